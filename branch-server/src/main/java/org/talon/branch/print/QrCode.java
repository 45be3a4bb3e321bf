package org.talon.branch.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Graphics2D;
import java.util.Map;

/** A QR code with its quiet zone; its squares are whole dots, so that a printer keeps them sharp. */
record QrCode(BitMatrix squares, int dots) implements Block {

    /** Below this (0.4 mm) telephones begin to have trouble with worn print heads. */
    private static final int FEWEST_DOTS = 3;

    /** As large as fits into the size, unless its squares would become too small. */
    static QrCode of(String text, int size) {
        Map<EncodeHintType, ?> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
        try {
            BitMatrix squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            return new QrCode(squares, Math.max(FEWEST_DOTS, size / squares.getWidth()));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    @Override
    public int width() {
        return squares.getWidth() * dots;
    }

    @Override
    public int height() {
        return squares.getHeight() * dots;
    }

    @Override
    public void draw(Graphics2D paper, int x, int y) {
        for (int row = 0; row < squares.getHeight(); row++) {
            for (int column = 0; column < squares.getWidth(); column++) {
                if (squares.get(column, row)) {
                    paper.fillRect(x + column * dots, y + row * dots, dots, dots);
                }
            }
        }
    }
}
