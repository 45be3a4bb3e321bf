package org.talon.branch.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/** A picture of a ticket as a printer, or a visitor's telephone, takes it. */
record Printout(BufferedImage picture, IIOMetadataNode metadata) {

    private static final int BLACK = 0xFF000000;

    static Printout of(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
        IIOImage image = reader.readAll(0, null);
        return new Printout((BufferedImage) image.getRenderedImage(), (IIOMetadataNode)
                image.getMetadata().getAsTree("javax_imageio_png_1.0"));
    }

    int width() {
        return picture.getWidth();
    }

    int height() {
        return picture.getHeight();
    }

    /** The value that a part of the file gives, such as {@code IHDR} its {@code bitDepth}. */
    String says(String chunk, String attribute) {
        return ((IIOMetadataNode) metadata.getElementsByTagName(chunk).item(0)).getAttribute(attribute);
    }

    int[] colours() {
        return picture.getRGB(0, 0, width(), height(), null, 0, width());
    }

    boolean isBlack(int x, int y) {
        return picture.getRGB(x, y) == BLACK;
    }

    /** How many dots are black that lie less than this far from the edge. */
    long blackNearTheEdge(int distance) {
        return IntStream.range(0, width() * height())
                .filter(i -> {
                    int x = i % width();
                    int y = i / width();
                    return Math.min(Math.min(x, width() - 1 - x), Math.min(y, height() - 1 - y)) < distance;
                })
                .filter(i -> isBlack(i % width(), i / width()))
                .count();
    }

    /** What a telephone reads from the QR code. */
    String scanned() throws ReaderException {
        var pixels = new RGBLuminanceSource(width(), height(), colours());
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(pixels)))
                .getText();
    }
}
