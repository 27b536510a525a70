package dev.sspr.internal.registration;

import dev.sspr.flow.AccessPassResult;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verify.UsedCodes;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks access passes at the host's sign-in (TAP-01 to TAP-07). */
public final class AccessPassCheck {
    private static final Duration DAY = Duration.ofHours(24);

    private final RegistrationServices services;
    private final CredentialVerifier passes;
    private final UsedCodes usedCodes;

    public AccessPassCheck(RegistrationServices services) {
        this.services = services;
        this.passes = GuardedRoles.credentialVerifier(services.passes);
        this.usedCodes = UsedCodes.of(services.passes, services.marks);
    }

    public AccessPassResult use(UserId user, Secret pass) {
        Response response = new Response.Typed(pass);
        if (!response.fits()) {
            return AccessPassResult.REFUSED;
        }
        RateLimiter.Receipt receipt = services.limiter.pay(List.of(RateLimit.sliding(
                services.limiter.key(Budget.PASSES, user.value()),
                services.guards.limits().guessesPerDay(),
                DAY)));
        if (receipt.isFull()) {
            return AccessPassResult.TRY_LATER;
        }
        Instant now = services.now();
        boolean usable = services.account(user).isPresent();
        boolean[] right = {false};
        List<Credential> used = new ArrayList<>(2);
        Optional<SecurityInfo> stored = services.infos.change(user, info -> {
            used.clear();
            CredentialVerifier.Verification said = passes.check(
                    challenge(user, now), VerifierState.EMPTY, usable ? held(info) : List.of(), response, now);
            right[0] = said instanceof CredentialVerifier.Verification.Passed;
            return said instanceof CredentialVerifier.Verification.Passed passed
                    ? passed.next().map(next -> used(info, next, used, now))
                    : Optional.empty();
        });
        if (stored.isPresent() && !usedCodes.first(user, used.get(0), used.get(1))) {
            return AccessPassResult.REFUSED;
        }
        if (right[0]) {
            services.limiter.refund(receipt);
            note(user, "used");
        }
        return right[0] ? AccessPassResult.ACCEPTED : AccessPassResult.REFUSED;
    }

    /** A used single-use pass has ended: no view shows it as usable. */
    private static SecurityInfo used(SecurityInfo info, Credential next, List<Credential> used, Instant now) {
        RegisteredMethod method = info.method(next.id()).orElseThrow();
        used.addAll(List.of(method.credential().orElseThrow(), next));
        return info.with(method.with(next).expiringAt(now));
    }

    private static List<Credential> held(SecurityInfo info) {
        return info.of(MethodKind.ACCESS_PASS).stream()
                .flatMap(one -> one.credential().stream())
                .toList();
    }

    private Challenge challenge(UserId user, Instant now) {
        return new Challenge(
                services.environment.random().digest(),
                new FlowId(services.environment.random().digest()),
                Purpose.REGISTER,
                user,
                Generation.of(0),
                MethodKind.ACCESS_PASS,
                "access-pass",
                now,
                now.plus(Duration.ofMinutes(1)));
    }

    private void note(UserId user, String what) {
        services.note(AuditType.ACCESS_PASS, Outcome.SUCCESS, Optional.empty(), user, Map.of("change", what));
    }
}
