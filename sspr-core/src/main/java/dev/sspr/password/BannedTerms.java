package dev.sspr.password;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;

/**
 * A list of terms that passwords must not be, contain or be made of; what it does is the policy's to say. Letter case,
 * full width and the substitutions {@code 0 1 $ @} are of no account (BAN-02, BAN-04).
 *
 * <p>It holds about the terms' own length and seven bytes for each. Look-ups cost the same whatever the size.
 *
 * <p><b>Threads.</b> Never changes; share it.
 */
public final class BannedTerms {
    /** The most terms of the organisation's own list (BAN-02). */
    public static final int MAX_CUSTOM = 1000;
    /** The most terms of any other list. */
    public static final int MAX_LISTED = 1_000_000;

    private static final int LONGEST_CUSTOM = 16;

    /** Whose list it is. */
    public enum Source {
        /** Comes with the library. */
        BUNDLED,
        /** A list that the host has got from somewhere. */
        LISTED,
        /** The organisation's own: a refusal says so (BAN-11). */
        CUSTOM
    }

    private final Source source;
    private final TermIndex index;

    private BannedTerms(Source source, TermIndex index) {
        this.source = source;
        this.index = index;
    }

    /**
     * The organisation's own list.
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
     * A list from a file: UTF-8, a term a line, with or without a byte-order mark; blank lines and terms that are there
     * twice are passed over, and everything else is taken or refused.
     *
     * @param name what errors call it
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

    /** A list of the library's own, in normal form already. */
    static BannedTerms bundled(List<String> terms) {
        return new BannedTerms(Source.BUNDLED, new TermIndex(terms));
    }

    /**
     * How many terms it has.
     *
     * @return the number of different ones
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

    /** Says how many terms there are, and none of them. */
    @Override
    public String toString() {
        return "BannedTerms[" + source + ", " + size() + "]";
    }
}
