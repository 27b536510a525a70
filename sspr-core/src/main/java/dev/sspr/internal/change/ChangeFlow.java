package dev.sspr.internal.change;

import dev.sspr.change.ChangeRequest;
import dev.sspr.change.ChangeRequest.PasswordEvidence;
import dev.sspr.change.PasswordChange;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.ChangeStartResult.Asks;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.bounds.ClockSkew;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.verification.CommitAction;
import dev.sspr.internal.verification.CommitReadiness;
import dev.sspr.internal.verification.PasswordCommit;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.ChangePolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Availability;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The verification flow of a change; it checks the current password before its commit sets the new one. */
public final class ChangeFlow extends VerificationFlow implements PasswordChange {
    /** Required before the commit; no method of this name can be enrolled. */
    private static final MethodKind CURRENT_PASSWORD = new MethodKind("current-password");

    private static final Duration DAY = Duration.ofHours(24);
    /** More than a user needs, and few enough for a store to hold. */
    private static final int BEGUN_PER_DAY = 100;

    private final Environment environment;
    private final ChangePolicy policy;
    private final Duration minimumAge;
    private final PasswordCommit passwords;
    private final CurrentPasswords currents;
    private final Auditor auditor;
    private final RateLimiter limiter;

    public ChangeFlow(
            FlowServices services,
            ChangePolicy policy,
            Duration minimumAge,
            PasswordCommit passwords,
            CurrentPasswords currents) {
        super(services, Optional.of(passwords));
        this.environment = services.environment;
        this.policy = policy;
        this.minimumAge = minimumAge;
        this.passwords = passwords;
        this.currents = currents;
        this.auditor = services.auditor;
        this.limiter = services.limiter;
    }

    private record Typed(Secret password, SmartLockout.Location location) {}

    @Override
    public ChangeStartResult begin(ChangeRequest request, FlowContext context) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(context, "context");
        ChangeStartResult start = decide(request, context);
        if (start instanceof Refused not) {
            auditor.note(
                    AuditType.START_REFUSED,
                    Outcome.FAILURE,
                    Optional.empty(),
                    Optional.of(request.user()),
                    context.source(),
                    Map.of("reason", reason(not.reason())));
        }
        return start;
    }

    /** Returns the audited word of a reason. */
    private static String reason(Refusal reason) {
        return switch (reason) {
            case STORE_UNAVAILABLE -> "store-unavailable";
            case PASSWORD_TOO_YOUNG -> "TOO_YOUNG";
            default -> reason.name();
        };
    }

    private ChangeStartResult decide(ChangeRequest request, FlowContext context) {
        if (availability() == Availability.Status.DOWN) {
            return not(Refusal.STORE_UNAVAILABLE);
        }
        Optional<Account> found = account(request.user());
        if (found.isEmpty()) {
            return not(Refusal.ACCOUNT_NOT_USABLE);
        }
        Account account = found.get();
        if (account.status() == AccountStatus.LOCKED) {
            return not(Refusal.ACCOUNT_LOCKED);
        }
        Instant now = environment.clock().instant();
        Optional<Instant> oldEnough = request.passwordSetAt()
                .map(at -> ClockSkew.past(at, now).plus(minimumAge))
                .filter(at -> !request.occasion().forced() && now.isBefore(at));
        if (oldEnough.isPresent()) {
            return new Refused(Refusal.PASSWORD_TOO_YOUNG, oldEnough, Purpose.CHANGE);
        }
        Optional<Instant> full = limiter.charge(List.of(
                RateLimit.fixed(limiter.key(Budget.CHANGES_OPENED, account.id().value()), BEGUN_PER_DAY, DAY)));
        return full.isPresent()
                ? Refused.until(Purpose.CHANGE, full.get())
                : open(account, asks(request, now), context);
    }

    /** If the store answers with another account, the answer is ignored. */
    private Optional<Account> account(UserId user) {
        return environment
                .users()
                .load(user)
                .filter(one -> one.id().equals(user) && one.status().usable());
    }

    private Asks asks(ChangeRequest request, Instant now) {
        if (request.passwordEvidence() == PasswordEvidence.NONE) {
            return Asks.STRONG_PROOF;
        }
        boolean fresh = ClockSkew.recent(request.signedInAt(), policy.freshness(), now);
        boolean twoFactors = request.passwordEvidence() == PasswordEvidence.TYPED
                && !request.methods().isEmpty()
                && !request.methods().contains(MethodKind.ACCESS_PASS);
        boolean spared = policy.currentPassword() == ChangePolicy.CurrentPassword.NOT_AFTER_SECOND_FACTOR;
        return spared && fresh && twoFactors ? Asks.NOTHING_MORE : Asks.CURRENT_PASSWORD;
    }

    private ChangeStartResult open(Account account, Asks asks, FlowContext context) {
        if (asks != Asks.STRONG_PROOF) {
            DemandedKinds rest =
                    asks == Asks.CURRENT_PASSWORD ? DemandedKinds.of(CURRENT_PASSWORD) : DemandedKinds.NONE;
            return begun(known(account, rest, context), asks);
        }
        return stepUp(account, strong(account), context)
                .map(started -> begun(started, asks))
                .orElseGet(() -> not(Refusal.NO_STRONG_FACTOR));
    }

    private static ChangeStartResult begun(StartResult.Started started, Asks asks) {
        return new ChangeStartResult.Started(started.handle(), asks, started.offers(), started.expiresAt());
    }

    private static ChangeStartResult not(Refusal reason) {
        return Refused.of(Purpose.CHANGE, reason);
    }

    @Override
    public PasswordChangeResult complete(
            FlowHandle handle, SmartLockout.Location location, Secret current, Secret next) {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(next, "next");
        return complete(handle, Optional.of(new Typed(current, location)), next);
    }

    @Override
    public PasswordChangeResult complete(FlowHandle handle, Secret next) {
        Objects.requireNonNull(next, "next");
        return complete(handle, Optional.empty(), next);
    }

    private PasswordChangeResult complete(FlowHandle handle, Optional<Typed> typed, Secret next) {
        Optional<CommitReadiness> ready = readiness(handle);
        if (ready.isEmpty()) {
            return result(handle, passwords.reset(next));
        }
        if (ready.get().rest().contains(CURRENT_PASSWORD)) {
            UserId user = ready.get().user();
            CurrentPasswords.Verdict verdict = typed.map(one -> currents.check(user, one.location(), one.password()))
                    .orElseGet(CurrentPasswords.Verdict.Wrong::new);
            note(user, verdict);
            if (verdict instanceof CurrentPasswords.Verdict.Locked locked) {
                return new PasswordChangeResult.LockedOut(locked.until());
            }
            if (!(verdict instanceof CurrentPasswords.Verdict.Right)) {
                return new PasswordChangeResult.WrongPassword();
            }
        }
        CommitAction action =
                typed.map(one -> passwords.change(next, one.password())).orElseGet(() -> passwords.change(next));
        return commit(handle, action);
    }

    private void note(UserId user, CurrentPasswords.Verdict verdict) {
        boolean right = verdict instanceof CurrentPasswords.Verdict.Right;
        String result = right ? "RIGHT" : verdict instanceof CurrentPasswords.Verdict.Locked ? "LOCKED" : "WRONG";
        auditor.note(
                AuditType.CURRENT_PASSWORD_CHECKED,
                right ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.empty(),
                Optional.of(user),
                Map.of("result", result));
    }
}
