package dev.sspr.password;

import dev.sspr.spi.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the terms of a list one by one, in normal form. An error names the term that is refused. */
final class TermReader {
    /** The longest line of a term: 24 code points, decomposed, and some spaces. */
    private static final int LONGEST_LINE = 1024;

    private static final int CHUNK = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final int longest;
    private final int most;
    private final List<String> terms = new ArrayList<>();

    TermReader(String name, int longest, int most) {
        this.name = name;
        this.longest = longest;
        this.most = most;
    }

    List<String> terms() {
        return terms;
    }

    void read(InputStream utf8) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int number = 1;
        for (int got = utf8.read(chunk); got >= 0; got = utf8.read(chunk)) {
            for (int i = 0; i < got; i++) {
                if (chunk[i] == '\n') {
                    line(number++, line.toByteArray());
                    line.reset();
                } else if (line.size() == LONGEST_LINE) {
                    throw wrong("line " + number, "is longer than " + LONGEST_LINE + " bytes: is it a list of terms?");
                } else {
                    line.write(chunk[i]);
                }
            }
        }
        line(number, line.toByteArray());
    }

    private void line(int number, byte[] bytes) {
        boolean marked = number == 1
                && bytes.length >= MARK.length
                && ByteBuffer.wrap(bytes, 0, MARK.length).equals(ByteBuffer.wrap(MARK));
        int from = marked ? MARK.length : 0;
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + ", line " + number + ": is not UTF-8; convert the file first", e);
        }
        if (!text.isBlank()) {
            add("line " + number, text);
        }
    }

    void add(String where, String text) {
        PasswordText.Prepared prepared = PasswordText.prepare(Secret.of(text.strip()));
        if (!(prepared instanceof PasswordText.Prepared.Ready ready)) {
            throw wrong(where, "has a control, unassigned or invisible character, or nothing else");
        }
        String term = ready.secret().exposeTo(String::new);
        int length = term.codePointCount(0, term.length());
        if (length < TermIndex.SHORTEST || length > longest) {
            throw wrong(
                    where,
                    "a term has " + TermIndex.SHORTEST + " to " + longest + " characters, this one has " + length
                            + "; take it out of the list");
        }
        if (terms.size() == most) {
            throw wrong(where, "there are more than " + most + " terms; split the list or cut it");
        }
        int[] normal = CaseFolding.normal(term);
        terms.add(new String(normal, 0, normal.length));
    }

    private IllegalArgumentException wrong(String where, String why) {
        return new IllegalArgumentException(name + ", " + where + ": " + why);
    }
}
