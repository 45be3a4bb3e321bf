package org.talon.branch.print;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as a PNG file that says how large it is on paper. */
final class PngFile {

    /** 203 dots an inch, as the printer has them. */
    private static final int DOTS_PER_METRE = 7992;

    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngFile() {}

    static byte[] of(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // In memory: Image I/O would make a file on disk otherwise.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(picture, null, withSize(writer, picture)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata withSize(ImageWriter writer, RenderedImage picture) throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", String.valueOf(DOTS_PER_METRE));
        size.setAttribute("pixelsPerUnitYAxis", String.valueOf(DOTS_PER_METRE));
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(size);
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }
}
