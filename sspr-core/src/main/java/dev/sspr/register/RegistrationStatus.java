package dev.sspr.register;

import dev.sspr.flow.ResetReadiness;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The registration status of an account. It keeps the three flags of GATE-07..09 apart: {@code enabled} depends on the
 * policy, {@link #registered} on the methods, {@link #capable} on both.
 *
 * @param enabled whether the account may use self-service
 * @param reset whether its methods allow a reset now, and what is missing; the reset itself decides by the same
 * @param held how many methods count towards {@code toRegister}
 * @param mayAdd kinds it may still register, the strongest first
 * @param reviewedAt when the owner last confirmed the security info or registered a method
 * @param snoozes number of snoozes since then
 * @param snoozedUntil until when the campaign does not ask
 * @param required since when it must register again, if an administrator requires it
 */
public record RegistrationStatus(
        boolean enabled,
        ResetReadiness reset,
        int held,
        List<MethodKind> mayAdd,
        Optional<Instant> reviewedAt,
        int snoozes,
        Optional<Instant> snoozedUntil,
        Optional<Instant> required) {
    /** Copies the list. */
    public RegistrationStatus {
        Objects.requireNonNull(reset, "reset");
        mayAdd = List.copyOf(mayAdd);
    }

    /** {@return whether it holds enough usable methods for a reset} */
    public boolean registered() {
        return reset.ready();
    }

    /** {@return whether the account can be reset: enabled by the policy and registered (GATE-09)} */
    public boolean capable() {
        return enabled && registered();
    }
}
