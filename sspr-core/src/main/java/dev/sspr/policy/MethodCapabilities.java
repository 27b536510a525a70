package dev.sspr.policy;

import dev.sspr.spi.MethodKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The permitted uses of each kind of method. A kind that is not listed, such as one of the host's own, may be used for
 * a sign-in and a reset.
 *
 * @param allowed the capabilities by kind; an empty set disables a kind
 */
public record MethodCapabilities(Map<MethodKind, Set<Capability>> allowed) {
    /** A permitted use of a method. */
    public enum Capability {
        /** As a second factor of a sign-in. A reset or a change of security info then also requires it. */
        SIGN_IN,
        /** As a proof of a reset or an unlock. */
        RESET,
        /** To open the security info for the first time. */
        REGISTER
    }

    private static final Set<Capability> BOTH = Set.of(Capability.SIGN_IN, Capability.RESET);

    /** Copies the table. */
    public MethodCapabilities {
        Map<MethodKind, Set<Capability>> copy = new HashMap<>();
        allowed.forEach((kind, set) -> copy.put(Objects.requireNonNull(kind, "kind"), Set.copyOf(set)));
        allowed = Map.copyOf(copy);
    }

    /**
     * The values of every preset, after CMB-16 and TAP-07. A passkey also proves a reset. A recovery code replaces a lost factor
     * (NIST SP 800-63B-4 section 4.2.1.1).
     *
     * @return the table
     */
    public static MethodCapabilities standard() {
        Map<MethodKind, Set<Capability>> table = new HashMap<>();
        table.put(MethodKind.EMAIL_CODE, Set.of(Capability.RESET));
        table.put(MethodKind.QUESTIONS, Set.of(Capability.RESET));
        table.put(MethodKind.RECOVERY_CODE, Set.of(Capability.RESET));
        table.put(MethodKind.SMS_CODE, BOTH);
        table.put(MethodKind.VOICE_CODE, BOTH);
        table.put(MethodKind.OFFICE_CODE, BOTH);
        table.put(MethodKind.APP_CODE, BOTH);
        table.put(MethodKind.OATH_TOKEN, BOTH);
        table.put(MethodKind.PUSH, BOTH);
        table.put(MethodKind.PASSKEY, BOTH);
        table.put(MethodKind.ACCESS_PASS, Set.of(Capability.REGISTER));
        return new MethodCapabilities(table);
    }

    /**
     * Tells whether a kind may be used for something.
     *
     * @param kind the kind of method
     * @param capability the use
     * @return false for a disabled kind
     */
    public boolean allows(MethodKind kind, Capability capability) {
        return allowed.getOrDefault(kind, BOTH).contains(capability);
    }

    /** {@return a copy with another table} */
    public MethodCapabilities allowed(Map<MethodKind, Set<Capability>> allowed) {
        return new MethodCapabilities(allowed);
    }

    /**
     * Returns a copy in which one kind has other capabilities.
     *
     * @param kind the kind of method
     * @param capabilities its uses; an empty set disables it
     * @return the copy
     */
    public MethodCapabilities allowed(MethodKind kind, Set<Capability> capabilities) {
        Map<MethodKind, Set<Capability>> copy = new HashMap<>(allowed);
        copy.put(kind, capabilities);
        return new MethodCapabilities(copy);
    }
}
