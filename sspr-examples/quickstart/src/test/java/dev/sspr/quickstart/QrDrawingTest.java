package dev.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.sspr.spi.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is read back by another library, as a phone would from the screen. */
class QrDrawingTest {
    private static final int PIXELS = 5;
    private static final int LIGHT = 0xffffffff;
    private static final int DARK = 0xff000000;

    /** A picture of the lines on a dark screen: each character one module wide and two high. */
    private static String read(List<String> lines) throws ReaderException {
        int width = lines.get(0).length() * PIXELS;
        int height = lines.size() * 2 * PIXELS;
        int[] picture = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                char block = lines.get(y / PIXELS / 2).charAt(x / PIXELS);
                boolean upper = y / PIXELS % 2 == 0;
                boolean light = block == '█' || block == (upper ? '▀' : '▄');
                picture[y * width + x] = light ? LIGHT : DARK;
            }
        }
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, picture)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Example:alice%40google.com?secret=JBSWY3DPEHPK3PXP&issuer=Example",
                "otpauth://totp/ACME%20Co:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME%20Co"
                        + "&algorithm=SHA1&digits=6&period=30",
                "x"
            })
    void drawing_readBack_isTheText(String text) throws ReaderException {
        assertThat(read(QrDrawing.of(Secret.of(text)))).isEqualTo(text);
    }

    @Test
    void drawing_ofALongText_isReadBack() throws ReaderException {
        String text = "otpauth://totp/" + "%E7%95%8C".repeat(128) + "?secret=" + "A".repeat(103);

        assertThat(read(QrDrawing.of(Secret.of(text)))).isEqualTo(text);
    }

    @Test
    void drawing_hasAQuietZoneAllAround() {
        List<String> lines = QrDrawing.of(Secret.of("otpauth://totp/Example:anna?secret=JBSWY3DPEHPK3PXP"));
        int modules = lines.get(0).length();
        String quiet = "█".repeat(QrDrawing.QUIET);

        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line).hasSize(modules).startsWith(quiet).endsWith(quiet));
        assertThat(lines.subList(0, 2)).containsOnly("█".repeat(modules));
        assertThat(lines.subList(lines.size() - 2, lines.size())).containsOnly("█".repeat(modules));
        assertThat(Arrays.asList(modules, 2 * lines.size() - 1)).containsOnly(modules);
    }
}
