package dev.sspr.password;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;

/**
 * A list of terms for the password rules. The policy decides whether a password must not be, contain or be made of
 * them. Letter case, full width and the substitutions {@code 0 1 $ @} do not count (BAN-02, BAN-04).
 *
 * <p>The list takes about the length of its terms and seven bytes for each of them. The cost of a look-up does not
 * depend on the size of the list.
 *
 * <p><b>Threads.</b> Immutable and safe to share.
 */
public final class BannedTerms {
    /** The most terms of the organisation's own list (BAN-02). */
    public static final int MAX_CUSTOM = 1000;
    /** The most terms of any other list. */
    public static final int MAX_LISTED = 1_000_000;

    private static final int LONGEST_CUSTOM = 16;

    /** The origin of a list. */
    public enum Source {
        /** The list comes with the library. */
        BUNDLED,
        /** The host has got the list from another source. */
        LISTED,
        /** The list is the organisation's own, and a refusal says so (BAN-11). */
        CUSTOM
    }

    private final Source source;
    private final TermIndex index;

    private BannedTerms(Source source, TermIndex index) {
        this.source = source;
        this.index = index;
    }

    /**
     * Makes the organisation's own list.
     *
     * @param terms at most 1000, each of 4 to 16 code points
     * @return the list
     * @throws IllegalArgumentException naming the term by its number, and what is wrong with it
     */
    public static BannedTerms custom(Collection<String> terms) {
        if (terms.size() > MAX_CUSTOM) {
            throw new IllegalArgumentException(
                    "a custom list has at most " + MAX_CUSTOM + " terms, this one has " + terms.size());
        }
        TermReader reader = new TermReader("the custom list", LONGEST_CUSTOM, MAX_CUSTOM);
        int number = 0;
        for (String term : terms) {
            reader.add("term " + ++number, term);
        }
        return new BannedTerms(Source.CUSTOM, new TermIndex(reader.terms()));
    }

    /**
     * Reads a list from a file in UTF-8 with one term a line, with or without a byte-order mark. Blank lines and
     * repeated terms are skipped; every other line is accepted or refused.
     *
     * @param name the name of the list in errors
     * @param utf8 at most a million terms, each of 4 to 24 code points; read to its end, closed by the caller
     * @return the list
     * @throws IllegalArgumentException naming the line, and what is wrong with it
     * @throws IOException if it cannot be read
     */
    public static BannedTerms listed(String name, InputStream utf8) throws IOException {
        TermReader reader = new TermReader(name, TermIndex.LONGEST, MAX_LISTED);
        reader.read(utf8);
        return new BannedTerms(Source.LISTED, new TermIndex(reader.terms()));
    }

    /** Makes a list of the library's own, whose terms are in normal form already. */
    static BannedTerms bundled(List<String> terms) {
        return new BannedTerms(Source.BUNDLED, new TermIndex(terms));
    }

    /**
     * Returns the number of terms.
     *
     * @return the number of different terms
     */
    public int size() {
        return index.size();
    }

    Source source() {
        return source;
    }

    TermIndex index() {
        return index;
    }

    /** Returns the number of terms and none of the terms. */
    @Override
    public String toString() {
        return "BannedTerms[" + source + ", " + size() + "]";
    }
}
