package dev.sspr.register;

import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.info.Standing;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far accounts have come with registering, and what a host may ask of them. */
final class Standings {
    /** REG-17: what a new registration starts without. */
    private static final Set<MethodKind> FORGOTTEN = Set.of(
            MethodKind.SMS_CODE,
            MethodKind.VOICE_CODE,
            MethodKind.OFFICE_CODE,
            MethodKind.APP_CODE,
            MethodKind.PASSKEY,
            MethodKind.RECOVERY_CODE);

    private final Office office;

    Standings(Office office) {
        this.office = office;
    }

    RegistrationState state(UserId user) {
        boolean enabled = office.account(user).isPresent();
        SecurityInfo info = office.info(user);
        Instant now = office.now();
        int held = office.rules.counting(info, now);
        Standing standing = info.standing();
        return new RegistrationState(
                enabled,
                held >= office.toReset,
                held,
                office.rules.mayAdd(info, office.carried()),
                standing.reviewedAt(),
                standing.skips(),
                standing.snoozedUntil(),
                standing.required());
    }

    SignInAdvice skip(UserId user) {
        RegistrationPolicy policy = office.rules.policy();
        Instant now = office.now();
        SignInAdvice before = SignInDecision.decide(state(user), policy, now);
        if (!(before instanceof SignInAdvice.MaySkip)) {
            return before;
        }
        Optional<Instant> snoozed = policy.snoozeDays() == 0
                ? Optional.empty()
                : Optional.of(now.plus(Duration.ofDays(policy.snoozeDays())));
        Spi.ask(
                "method-store",
                () -> office.infos.change(
                        user, info -> Optional.of(info.standing(info.standing().skipped(snoozed)))));
        office.note(AuditType.REGISTRATION_SKIPPED, Outcome.SUCCESS, Optional.empty(), user, Map.of());
        return SignInDecision.decide(state(user), policy, now);
    }

    void requireAgain(UserId user) {
        Instant now = office.now();
        Spi.ask("method-store", () -> office.infos.change(user, info -> Optional.of(forgotten(info, now))));
        Spi.ask(
                "flow-store",
                () -> office.plugs
                        .flows()
                        .endOwner(
                                office.digests.owner(user),
                                new dev.sspr.spi.FlowId(office.plugs.mint().digest())));
        office.note(
                AuditType.REGISTRATION_REQUIRED,
                Outcome.SUCCESS,
                Optional.empty(),
                user,
                Map.of("entra.activity", "Admin deleted security info"));
    }

    private static SecurityInfo forgotten(SecurityInfo info, Instant now) {
        SecurityInfo left = info;
        for (Entry entry : info.entries()) {
            left = kept(entry).map(left::with).orElse(left.without(entry.id()));
        }
        return left.bringingBack(Standings::kept).standing(info.standing().requiredAt(now));
    }

    /** What is left of a method: no undo brings back more. */
    private static Optional<Entry> kept(Entry entry) {
        return Optional.of(entry.kind().equals(MethodKind.OATH_TOKEN) ? entry.in(Entry.State.GIVEN) : entry)
                .filter(one -> !FORGOTTEN.contains(one.kind()));
    }
}
