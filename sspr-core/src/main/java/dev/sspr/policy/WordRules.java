package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.util.Objects;

/**
 * How names and listed terms count against a password. The bundled list of common passwords is always compared with the whole password, independent of these rules (R-PWD-5).
 *
 * @param names effect of the names of the user and the organisation
 * @param shortestName minimum length of a name, or of a part of one, that counts, 3 to 8 code points; default 3 (BAN-09), and
 *     4 in the {@code entra} preset (BAN-06)
 * @param terms effect of the terms of the host's lists
 * @param leftOver points of the characters beside terms; without effect unless terms score
 */
public record WordRules(Names names, int shortestName, Terms terms, LeftOver leftOver) {
    /** Minimum points of an accepted password where terms score (BAN-07). */
    public static final int POINTS = 5;

    /** Effect of names. */
    public enum Names {
        /** A password is rejected if it is little else than names. A mere substring is accepted (R-PWD-5). */
        LITTLE_ELSE,
        /** A password is rejected if it contains a name, at any length (BAN-06). */
        CONTAINED
    }

    /** Effect of the terms of the host's lists. */
    public enum Terms {
        /** A password is rejected if it is a term. */
        WHOLE,
        /** A password is rejected if it contains a term. */
        CONTAINED,
        /**
         * A password within one edit of a term is rejected. Otherwise each exact term and each left-over character scores one
         * point. This is the more lenient of two readings of Microsoft's published evaluation.
         */
        SCORED_EXACT,
        /**
         * Exact terms, the longest first, then terms within one edit in the rest, score one point each, and so does each
         * left-over character. This is the stricter reading.
         */
        SCORED_NEAR
    }

    /** Points of the characters beside terms. */
    public enum LeftOver {
        /** Each character scores one point (BAN-07). */
        EACH,
        /** Each different character scores one point, as in Entra ID until 2020 (BAN-08). */
        UNIQUE
    }

    /** Checks every setting; a message names the one that is out of bounds. */
    public WordRules {
        Objects.requireNonNull(names, "password.words.names");
        Objects.requireNonNull(terms, "password.words.terms");
        Objects.requireNonNull(leftOver, "password.words.leftOver");
        Bounds.within("password.words.shortestName", shortestName, 3, 8);
    }

    /** {@return a copy with another effect of names} */
    public WordRules names(Names names) {
        return new WordRules(names, shortestName, terms, leftOver);
    }

    /** {@return a copy with another minimum length of a name, 3 to 8 code points} */
    public WordRules shortestName(int shortestName) {
        return new WordRules(names, shortestName, terms, leftOver);
    }

    /** {@return a copy with another effect of terms} */
    public WordRules terms(Terms terms) {
        return new WordRules(names, shortestName, terms, leftOver);
    }

    /** {@return a copy with other points of the characters beside terms} */
    public WordRules leftOver(LeftOver leftOver) {
        return new WordRules(names, shortestName, terms, leftOver);
    }
}
