package dev.sspr.adapter.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * One step of the schema.
 *
 * @param version 1, 2, 3 and so on
 * @param text the statements, each closed by a semicolon at the end of a line
 */
record Migration(int version, String text) {
    private static final List<String> FILES = List.of(
            "V1__create_tables.sql",
            "V2__create_method_tables.sql",
            "V3__create_audit_and_repair_tables.sql",
            "V4__add_last_write.sql",
            "V5__list_methods_by_key.sql");

    static List<Migration> of(Dialect dialect) {
        return FILES.stream().map(file -> read(dialect, file)).toList();
    }

    private static Migration read(Dialect dialect, String file) {
        String path = "/META-INF/sspr-jdbc/" + dialect.folder() + "/" + file;
        try (InputStream in = Objects.requireNonNull(Migration.class.getResourceAsStream(path), path)) {
            // the checksum must not depend on how the file was checked out
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return new Migration(Integer.parseInt(file.substring(1, file.indexOf('_'))), text);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + path, unreadable);
        }
    }

    List<String> statements() {
        return Arrays.stream(text.split(";\\s*\n"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** SHA-256 of the text, in hexadecimal. */
    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
