package dev.sspr.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundled lists in normal form; {@code common-passwords.md} beside them names their sources.
 *
 * <p>Both are sorted. Each line begins with the number of characters it shares with the line before, in base 36.
 */
final class Bundled {
    private static final int RADIX = 36;

    private Bundled() {}

    /** Loads the list on first use. */
    private static final class Common {
        static final BannedTerms LIST = BannedTerms.bundled(read("common-passwords.txt"));
    }

    /** Loads the list on first use. */
    private static final class Base {
        static final BannedTerms LIST = BannedTerms.bundled(read("base-terms.txt"));
    }

    /** Returns common passwords of 8 to 24 characters, to be compared with the whole password. */
    static BannedTerms common() {
        return Common.LIST;
    }

    /** Returns words that common passwords are made of, for scoring. */
    static BannedTerms base() {
        return Base.LIST;
    }

    static List<String> read(String resource) {
        InputStream found = Bundled.class.getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("sspr-core is not whole: " + resource + " is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            List<String> terms = new ArrayList<>();
            String before = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int shared = Character.digit(line.charAt(0), RADIX);
                before = before.substring(0, shared) + line.substring(1);
                terms.add(before);
            }
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
