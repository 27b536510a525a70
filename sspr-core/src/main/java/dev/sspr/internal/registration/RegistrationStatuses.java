package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.RegistrationRecord;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.register.RegistrationStatus;
import dev.sspr.register.SignInAdvice;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Computes registration statuses, and the advice after a sign-in. */
public final class RegistrationStatuses {
    private final RegistrationServices services;

    public RegistrationStatuses(RegistrationServices services) {
        this.services = services;
    }

    public RegistrationStatus status(UserId user) {
        boolean enabled = services.account(user).isPresent();
        SecurityInfo info = services.info(user);
        Instant now = services.now();
        int held = services.guards.counting(info, now);
        RegistrationRecord record = info.record();
        return new RegistrationStatus(
                enabled,
                held >= services.toReset && record.frozen().isEmpty(),
                held,
                services.guards.mayAdd(info, services.carried()),
                record.reviewedAt(),
                record.snoozes(),
                record.snoozedUntil(),
                record.required());
    }

    public SignInAdvice snooze(UserId user) {
        RegistrationPolicy policy = services.guards.policy();
        Instant now = services.now();
        SignInAdvice before = SignInDecision.decide(status(user), policy, now);
        if (!(before instanceof SignInAdvice.MaySnooze)) {
            return before;
        }
        Optional<Instant> snoozed = policy.snoozeDays() == 0
                ? Optional.empty()
                : Optional.of(now.plus(Duration.ofDays(policy.snoozeDays())));
        services.infos.change(
                user, info -> Optional.of(info.record(info.record().snoozed(snoozed))));
        services.note(AuditType.REGISTRATION_SKIPPED, Outcome.SUCCESS, Optional.empty(), user, Map.of());
        return SignInDecision.decide(status(user), policy, now);
    }
}
