package dev.sspr.password;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of a banned-password evaluation: the terms in the password, and the points of each part.
 *
 * <p><b>Security duty.</b> The evaluation contains parts of the password. Show it only to the user who typed that
 * password.
 *
 * @param verdict the outcome
 * @param points the points of all parts
 * @param needed the points that are needed
 * @param parts the whole password in order, without gaps; names, which score nothing, follow
 */
public record BannedEvaluation(Verdict verdict, int points, int needed, List<Part> parts) {
    /** The outcome of an evaluation. */
    public enum Verdict {
        /** Enough points, and no name. */
        ACCEPTED,
        /** Too few points. */
        TOO_FEW_POINTS,
        /** It contains a name of the user or the organisation, so the points do not count (BAN-06). */
        NAME
    }

    /** The kind of a part of a password. */
    public enum Kind {
        /** A term. */
        TERM,
        /** Within one edit of a term. */
        NEAR_TERM,
        /** Neither a term nor near one. */
        LEFT_OVER,
        /** A name. */
        NAME
    }

    /**
     * A part of a password.
     *
     * @param kind its kind
     * @param start its first code point, from 0
     * @param length the number of its code points
     * @param points the points that it gave
     * @param term for a term: the term as the list compares it
     * @param source for a term: the list that has it
     */
    public record Part(
            Kind kind, int start, int length, int points, Optional<String> term, Optional<BannedTerms.Source> source) {
        /** Checks that nothing is missing. */
        public Part {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(source, "source");
        }

        /** Leaves out the term, which is a part of the password. */
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
