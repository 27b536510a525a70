package dev.sspr.register;

import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an account stands with registering. The three flags of GATE-07..09 are kept apart: {@code enabled} is the policy's,
 * {@code registered} the methods', {@link #capable} both.
 *
 * @param enabled whether the account may use self-service
 * @param registered whether it holds enough usable methods to be reset
 * @param held how many methods count towards {@code toRegister}
 * @param mayAdd kinds it may still register, the strongest first
 * @param reviewedAt when its owner last said that all is right, or registered something
 * @param snoozes how often a request was put off since
 * @param snoozedUntil until when the campaign leaves the person alone
 * @param required since when it must register again, if somebody said so
 */
public record RegistrationStatus(
        boolean enabled,
        boolean registered,
        int held,
        List<MethodKind> mayAdd,
        Optional<Instant> reviewedAt,
        int snoozes,
        Optional<Instant> snoozedUntil,
        Optional<Instant> required) {
    /** Copies the list. */
    public RegistrationStatus {
        mayAdd = List.copyOf(mayAdd);
    }

    /**
     * Whether the account can be reset: the policy allows it and it holds enough methods (GATE-09).
     *
     * @return both flags together
     */
    public boolean capable() {
        return enabled && registered;
    }
}
