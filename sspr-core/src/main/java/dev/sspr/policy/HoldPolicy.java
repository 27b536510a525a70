package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hold on the methods of an account after a reset or a recovery (R-HOLD-1, R-HOLD-2). An attacker who has reset the
 * password cannot drive the owner out: in the hold a method that was there before is removed or replaced only after a sign-in
 * with a phishing-resistant method, or by the help desk, and a new method proves no reset. Immutable.
 *
 * <p>A host changes it by name: {@code SsprPolicy.standard().reset(reset -> reset.hold(hold ->
 * hold.period(Duration.ofHours(48))))}. Only {@link #none} disables it.
 */
public final class HoldPolicy {
    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(30);
    /** Kinds whose proof a person can be talked into giving to somebody else. */
    private static final Set<MethodKind> RELAYED = Set.of(
            MethodKind.EMAIL_CODE,
            MethodKind.SMS_CODE,
            MethodKind.VOICE_CODE,
            MethodKind.OFFICE_CODE,
            MethodKind.APP_CODE,
            MethodKind.OATH_TOKEN,
            MethodKind.PUSH,
            MethodKind.QUESTIONS,
            MethodKind.RECOVERY_CODE,
            MethodKind.ACCESS_PASS);

    private static final HoldPolicy STANDARD =
            new HoldPolicy(Duration.ofHours(24), Duration.ofDays(7), Set.of(MethodKind.PASSKEY));

    private final Duration period;
    private final Duration lately;
    private final Set<MethodKind> phishingResistant;

    private HoldPolicy(Duration period, Duration lately, Set<MethodKind> phishingResistant) {
        Bounds.within("reset.hold.lately", lately, Duration.ZERO, MOST);
        for (MethodKind kind : phishingResistant) {
            if (RELAYED.contains(kind)) {
                throw new IllegalArgumentException(
                        "reset.hold.phishingResistant: " + kind.value() + " can be relayed by phishing");
            }
        }
        this.period = period;
        this.lately = lately;
        this.phishingResistant = Set.copyOf(phishingResistant);
    }

    /** {@return the hold of the {@code standard} and {@code nist} presets} */
    public static HoldPolicy standard() {
        return STANDARD;
    }

    /** {@return no hold, as in the {@code entra} preset} */
    public static HoldPolicy none() {
        return new HoldPolicy(Duration.ZERO, STANDARD.lately, STANDARD.phishingResistant);
    }

    /** {@return how long the hold lasts, 1 hour to 30 days; default 24 hours; zero only from {@link #none}} */
    public Duration period() {
        return period;
    }

    /** {@return a copy with another time, 1 hour to 30 days} */
    public HoldPolicy period(Duration period) {
        Bounds.within("reset.hold.period", period, LEAST, MOST);
        return new HoldPolicy(period, lately, phishingResistant);
    }

    /**
     * {@return how long before the reset a method must have been added to count as there before, zero to 30 days; default 7
     * days} The owner may remove what was added later without a further proof, because an attacker may have added it.
     */
    public Duration lately() {
        return lately;
    }

    /** {@return a copy with another time, zero to 30 days} */
    public HoldPolicy lately(Duration lately) {
        return new HoldPolicy(period, lately, phishingResistant);
    }

    /**
     * {@return the kinds whose proof at a sign-in removes what was there before; default {@link MethodKind#PASSKEY} alone}
     * The built-in kinds that a person can be talked into relaying, such as codes and prompts, are refused.
     */
    public Set<MethodKind> phishingResistant() {
        return phishingResistant;
    }

    /** {@return a copy with other kinds, such as a smart card of the host} */
    public HoldPolicy phishingResistant(Set<MethodKind> phishingResistant) {
        return new HoldPolicy(period, lately, phishingResistant);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HoldPolicy that
                && period.equals(that.period)
                && lately.equals(that.lately)
                && phishingResistant.equals(that.phishingResistant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, lately, phishingResistant);
    }

    @Override
    public String toString() {
        return "HoldPolicy[period=" + period + ", lately=" + lately + ", phishingResistant=" + phishingResistant + "]";
    }
}
