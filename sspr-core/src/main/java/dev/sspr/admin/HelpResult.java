package dev.sspr.admin;

import java.util.Objects;

/**
 * What came of a call at the help desk.
 *
 * @param <T> what the actor gets
 */
public sealed interface HelpResult<T> {
    /**
     * It was done.
     *
     * @param answer what the actor gets
     * @param told how many of the person's mailboxes and lines have a message about it; 0 for a look, which is not told, and
     *     for a person nobody can reach: then somebody should ring
     * @param <T> what the actor gets
     */
    record Done<T>(T answer, int told) implements HelpResult<T> {
        /** Checks the parts. */
        public Done {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * Nothing was done.
     *
     * @param why why not
     * @param <T> what the actor would have got
     */
    record Declined<T>(HelpRefusal why) implements HelpResult<T> {
        /** Checks the reason. */
        public Declined {
            Objects.requireNonNull(why, "why");
        }
    }
}
