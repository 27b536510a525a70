package dev.sspr.password;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachAnswer;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what a list of breached passwords says into findings (R-PWD-5), and what it cannot say into what the policy of
 * the flow wants (R-PWD-6): the other rules, the bundled list among them, hold in any case.
 *
 * @param list the role
 * @param whenDown what happens to a password that could not be looked for
 */
record BreachCheck(BreachedPasswords list, WhenBreachCheckFails whenDown) {
    /** What came of one look-up. */
    sealed interface Outcome {
        /** Nothing is known against it. */
        record Clear() implements Outcome {}

        /**
         * It is refused.
         *
         * @param finding {@code password.breached} with {@code times}, or {@code password.breach-check-unavailable}
         */
        record Refused(Finding finding) implements Outcome {}

        /** Nobody could say, and the policy lets it pass: worth a line in the audit. */
        record Unchecked() implements Outcome {}
    }

    Outcome check(Secret prepared) {
        try {
            return list.lookUp(prepared) instanceof BreachAnswer.Found found
                    ? new Outcome.Refused(
                            new Finding("password.breached", Map.of("times", String.valueOf(found.times()))))
                    : new Outcome.Clear();
        } catch (BackendUnavailableException down) {
            return whenDown == WhenBreachCheckFails.REFUSE
                    ? new Outcome.Refused(Finding.of("password.breach-check-unavailable"))
                    : new Outcome.Unchecked();
        }
    }

    Optional<Finding> finding(Secret prepared) {
        return check(prepared) instanceof Outcome.Refused refused ? Optional.of(refused.finding()) : Optional.empty();
    }
}
