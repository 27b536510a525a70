package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.util.Objects;

/**
 * How names and listed terms count against a password. The bundled list is always compared with the whole password,
 * whatever these say (R-PWD-5).
 *
 * @param names what names of the person and the organisation do
 * @param shortestName the least code points of a name or a part of one that counts, 3 to 8 (BAN-06: 4; BAN-09: 3)
 * @param terms what terms of lists do
 * @param leftOver how characters beside terms score; of no account unless terms score
 */
public record WordRules(Names names, int shortestName, Terms terms, LeftOver leftOver) {
    /** The least points of a password that is scored (BAN-07). */
    public static final int POINTS = 5;

    /** What names do. */
    public enum Names {
        /** A password that is little else than names is refused (R-PWD-5: a mere substring is not). */
        LITTLE_ELSE,
        /** A password that contains a name is refused, however long it is (BAN-06). */
        CONTAINED
    }

    /** What terms of the host's lists do. */
    public enum Terms {
        /** A password that is a term is refused. */
        WHOLE,
        /** A password that contains a term is refused. */
        CONTAINED,
        /**
         * A password within one edit of a term is refused; else exact terms and left-over characters score a point each:
         * reading C of the published evaluation, the weaker one.
         */
        SCORED_EXACT,
        /**
         * Exact terms, the longest first, then terms within one edit in what is left over, score a point each, and so
         * does each character beside them: reading D, the stricter one.
         */
        SCORED_NEAR
    }

    /** How left-over characters score. */
    public enum LeftOver {
        /** Each one (BAN-07). */
        EACH,
        /** Each different one, as until 2020 (BAN-08). */
        UNIQUE
    }

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public WordRules {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(leftOver, "leftOver");
        Bounds.within("password.shortestName", shortestName, 3, 8);
    }
}
