package dev.sspr.oath;

import dev.sspr.internal.bytes.Base32;
import dev.sspr.spi.Finding;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds lines that share a serial number or a secret. Only the sender of the file can tell which of them is right. */
final class OathCsvTwice {
    private OathCsvTwice() {}

    /** Returns a problem for each such line, which names another line with the same value. */
    static List<OathCsv.Problem> among(List<OathCsvLine> lines) {
        List<OathCsv.Problem> problems = new ArrayList<>();
        find("oath-csv.serial-twice", lines, OathCsvLine::serial, problems);
        find("oath-csv.secret-twice", lines, OathCsvTwice::seedDigest, problems);
        return problems;
    }

    private static void find(
            String code, List<OathCsvLine> lines, Function<OathCsvLine, String> key, List<OathCsv.Problem> problems) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (OathCsvLine line : lines) {
            numbers.computeIfAbsent(key.apply(line), none -> new ArrayList<>()).add(line.number());
        }
        numbers.remove("");
        for (List<Integer> same : numbers.values()) {
            for (int i = 0; same.size() > 1 && i < same.size(); i++) {
                String other = String.valueOf(same.get(i == 0 ? 1 : 0));
                problems.add(new OathCsv.Problem(same.get(i), new Finding(code, Map.of("line", other))));
            }
        }
    }

    /** Returns a digest of the seed, so that no text keeps a copy of the seed. */
    private static String seedDigest(OathCsvLine line) {
        return line.row()
                .flatMap(row -> row.token().seed().exposeTo(Base32::decode))
                .map(OathCsvTwice::digest)
                .orElse("");
    }

    private static String digest(byte[] seed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }
}
