package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.MethodCapabilities.Capability;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The proofs that are stronger than an address: a factor that signs in and needs no message, or an access pass. A method
 * whose own registration can still be undone is none, because an attacker may just have added it.
 */
final class StrongerProof {
    private static final Set<MethodKind> MESSAGES =
            Set.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE);
    private static final Set<MethodKind> NO_SIGN_IN = Set.of(MethodKind.RECOVERY_CODE, MethodKind.QUESTIONS);

    private final MethodCapabilities uses;

    StrongerProof(MethodCapabilities uses) {
        this.uses = uses;
    }

    /** Returns whether a registration that showed these kinds removes an address with a stronger proof. */
    boolean removes(
            Set<MethodKind> shown,
            Optional<RegisteredMethod> goes,
            SecurityInfo info,
            Set<MethodKind> elsewhere,
            Instant now) {
        return goes.flatMap(RegisteredMethod::destination).isPresent() && among(shown, info, elsewhere, now);
    }

    /** Returns whether one of these kinds is a stronger proof of this account. */
    boolean among(Set<MethodKind> shown, SecurityInfo info, Set<MethodKind> elsewhere, Instant now) {
        boolean pass =
                shown.contains(MethodKind.ACCESS_PASS) && uses.allows(MethodKind.ACCESS_PASS, Capability.REGISTER);
        return pass || held(info, elsewhere, now).stream().anyMatch(shown::contains);
    }

    /** Returns the kinds of the account that are stronger than an address. */
    Set<MethodKind> held(SecurityInfo info, Set<MethodKind> elsewhere, Instant now) {
        Set<MethodKind> held = new HashSet<>(elsewhere);
        info.where(one -> one.provesReset(now) && settled(info, one, now)).forEach(one -> held.add(one.kind()));
        held.removeIf(
                kind -> MESSAGES.contains(kind) || NO_SIGN_IN.contains(kind) || !uses.allows(kind, Capability.SIGN_IN));
        held.remove(MethodKind.ACCESS_PASS);
        return held;
    }

    private static boolean settled(SecurityInfo info, RegisteredMethod method, Instant now) {
        return info.revertible().stream()
                .noneMatch(one -> now.isBefore(one.until()) && one.after().equals(Optional.of(method.id())));
    }
}
