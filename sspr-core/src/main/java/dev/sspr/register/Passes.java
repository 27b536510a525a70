package dev.sspr.register;

import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks access passes: what a host's sign-in needs of them (TAP-01 to TAP-07). */
final class Passes {
    private static final Duration DAY = Duration.ofHours(24);

    private final Office office;
    private final AccessPasses passes;

    Passes(Office office) {
        this.office = office;
        this.passes = office.passes;
    }

    PassUse use(UserId user, Secret pass) {
        Response response = new Response.Typed(pass);
        List<Budget.Line> lines = List.of(new Budget.Line(
                office.budget.key("pass", user.value()), office.rules.limits().guessesPerDay(), DAY));
        if (!response.fits() || office.budget.charge(lines).isPresent()) {
            return response.fits() ? PassUse.TRY_LATER : PassUse.REFUSED;
        }
        Instant now = office.now();
        boolean[] right = {false};
        Spi.ask(
                "method-store",
                () -> office.infos.change(user, info -> {
                    Verified said = passes.check(challenge(user, now), Memo.EMPTY, held(info), response, now);
                    right[0] = said instanceof Verified.Passed;
                    return said instanceof Verified.Passed passed
                            ? passed.next()
                                    .map(next -> info.with(
                                            info.entry(next.id()).orElseThrow().with(next)))
                            : Optional.empty();
                }));
        if (right[0]) {
            office.budget.refund(lines);
            note(user, "used");
        }
        return right[0] ? PassUse.ACCEPTED : PassUse.REFUSED;
    }

    private static List<Credential> held(SecurityInfo info) {
        return info.of(MethodKind.ACCESS_PASS).stream()
                .flatMap(one -> one.credential().stream())
                .toList();
    }

    private Challenge challenge(UserId user, Instant now) {
        return new Challenge(
                office.plugs.mint().digest(),
                new FlowId(office.plugs.mint().digest()),
                Purpose.REGISTER,
                user,
                Generation.of(0),
                MethodKind.ACCESS_PASS,
                "access-pass",
                now,
                now.plus(Duration.ofMinutes(1)));
    }

    private void note(UserId user, String what) {
        office.note(AuditType.ACCESS_PASS, Outcome.SUCCESS, Optional.empty(), user, Map.of("change", what));
    }
}
