package dev.sspr.quickstart;

import dev.sspr.spi.Secret;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A QR code for a terminal: two rows of modules a line, in half-block characters. A block is light and a space is dark, as
 * most terminals have dark backgrounds; phones read the negative too.
 */
final class QrDrawing {
    /** Light modules on every side (ISO/IEC 18004 section 5.3.8). */
    static final int QUIET = 4;

    private QrDrawing() {}

    /**
     * Draws a text.
     *
     * @param text ASCII, such as an {@code otpauth} URI; up to 2331 characters
     * @return the lines, all equally long
     */
    static List<String> of(Secret text) {
        QrCode code = text.exposeTo(chars -> {
            byte[] bytes = new byte[chars.length];
            for (int i = 0; i < chars.length; i++) {
                bytes[i] = (byte) chars[i];
            }
            QrCode made = QrCode.encodeSegments(List.of(QrSegment.makeBytes(bytes)), QrCode.Ecc.MEDIUM);
            Arrays.fill(bytes, (byte) 0);
            return made;
        });
        List<String> lines = new ArrayList<>();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -QUIET; x < code.size + QUIET; x++) {
                line.append(block(light(code, x, y), light(code, x, y + 1)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Modules beyond the code are light. */
    private static boolean light(QrCode code, int x, int y) {
        return !code.getModule(x, y);
    }

    private static char block(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '█' : '▀';
        }
        return lower ? '▄' : ' ';
    }
}
