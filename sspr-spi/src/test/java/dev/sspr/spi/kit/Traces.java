package dev.sspr.spi.kit;

import dev.sspr.spi.Secret;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The forms in which a careless backend keeps a password: plain, encoded, or as a fast hash without salt. */
final class Traces {
    private Traces() {}

    static List<String> of(Secret secret) {
        String text = secret.exposeTo(String::new);
        List<String> traces =
                new ArrayList<>(List.of(text, new StringBuilder(text).reverse().toString()));
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            byte[] bytes = text.getBytes(charset);
            encodings(bytes, traces);
            for (String fast : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                encodings(hash(fast, bytes), traces);
            }
        }
        return traces;
    }

    private static void encodings(byte[] bytes, List<String> traces) {
        traces.add(HexFormat.of().formatHex(bytes));
        traces.add(HexFormat.of().withUpperCase().formatHex(bytes));
        traces.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        traces.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
