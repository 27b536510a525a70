package dev.sspr.policy;

import dev.sspr.spi.MethodKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which kind of method may be used for what: the capability table. A kind that is not in it may be used for a sign-in and
 * a reset, as a vendor's own.
 *
 * @param uses by kind; an empty set switches a kind off
 */
public record MethodUses(Map<MethodKind, Set<MethodUse>> uses) {
    private static final Set<MethodUse> BOTH = Set.of(MethodUse.SIGN_IN, MethodUse.RESET);

    /** Copies the table. */
    public MethodUses {
        Map<MethodKind, Set<MethodUse>> copy = new HashMap<>();
        uses.forEach((kind, set) -> copy.put(Objects.requireNonNull(kind, "kind"), Set.copyOf(set)));
        uses = Map.copyOf(copy);
    }

    /**
     * The table of the {@code standard} preset, after CMB-16 and TAP-07; passkeys are a reset factor too (ruling 14), and
     * recovery codes are for when the other factors are lost (NIST SP 800-63B-4 section 4.2.1.1).
     *
     * @return the defaults
     */
    public static MethodUses standard() {
        Map<MethodKind, Set<MethodUse>> table = new HashMap<>();
        table.put(MethodKind.EMAIL_CODE, Set.of(MethodUse.RESET));
        table.put(MethodKind.QUESTIONS, Set.of(MethodUse.RESET));
        table.put(MethodKind.RECOVERY_CODE, Set.of(MethodUse.RESET));
        table.put(MethodKind.SMS_CODE, BOTH);
        table.put(MethodKind.VOICE_CODE, BOTH);
        table.put(MethodKind.OFFICE_CODE, BOTH);
        table.put(MethodKind.APP_CODE, BOTH);
        table.put(MethodKind.OATH_TOKEN, BOTH);
        table.put(MethodKind.PUSH, BOTH);
        table.put(MethodKind.PASSKEY, BOTH);
        table.put(MethodKind.ACCESS_PASS, Set.of(MethodUse.REGISTER));
        return new MethodUses(table);
    }

    /**
     * A copy in which one kind has other uses.
     *
     * @param kind the kind
     * @param may what it may be used for; none switches it off
     * @return the copy
     */
    public MethodUses with(MethodKind kind, MethodUse... may) {
        Map<MethodKind, Set<MethodUse>> copy = new HashMap<>(uses);
        Set<MethodUse> set = EnumSet.noneOf(MethodUse.class);
        set.addAll(Set.of(may));
        copy.put(kind, set);
        return new MethodUses(copy);
    }

    /**
     * Whether a kind may be used for something.
     *
     * @param kind the kind
     * @param use for what
     * @return false too for a kind that is switched off
     */
    public boolean allows(MethodKind kind, MethodUse use) {
        return uses.getOrDefault(kind, BOTH).contains(use);
    }
}
