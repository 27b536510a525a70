package dev.sspr.password;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The working of a banned-password evaluation: which term stands where, and which points it gave.
 *
 * <p><b>Security duty.</b> It has parts of the password in it. Show it to the person who typed that, and nowhere else.
 *
 * @param verdict what came out
 * @param points the points of all parts
 * @param needed the points that are needed
 * @param parts the whole password in order, without gaps; names, which score nothing, come after that
 */
public record BannedEvaluation(Verdict verdict, int points, int needed, List<Part> parts) {
    /** What came out. */
    public enum Verdict {
        /** Enough points, and no name. */
        ACCEPTED,
        /** Too few points. */
        TOO_FEW_POINTS,
        /** A name of the person or the organisation is in it, whatever the points (BAN-06). */
        NAME
    }

    /** What a part of a password is. */
    public enum Kind {
        /** A term. */
        TERM,
        /** Within one edit of a term. */
        NEAR_TERM,
        /** None of these. */
        LEFT_OVER,
        /** A name. */
        NAME
    }

    /**
     * A part of a password.
     *
     * @param kind what it is
     * @param start where it begins, in code points from 0
     * @param length how many code points it has
     * @param points what it gave
     * @param term the term as the list compares it, for a term
     * @param source whose list that is, for a term
     */
    public record Part(
            Kind kind, int start, int length, int points, Optional<String> term, Optional<BannedTerms.Source> source) {
        /** Checks that nothing is missing. */
        public Part {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(source, "source");
        }

        /** Everything but the term, which is a part of the password. */
        @Override
        public String toString() {
            return kind + "@" + start + "+" + length + "=" + points;
        }
    }

    /** Copies the parts. */
    public BannedEvaluation {
        Objects.requireNonNull(verdict, "verdict");
        parts = List.copyOf(parts);
    }
}
