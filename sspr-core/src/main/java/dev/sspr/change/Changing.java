package dev.sspr.change;

import dev.sspr.change.ChangeRequest.Knowledge;
import dev.sspr.change.ChangeStart.Asks;
import dev.sspr.change.ChangeStart.Reason;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.proof.Deed;
import dev.sspr.internal.proof.NewPasswords;
import dev.sspr.internal.proof.ProofFlow;
import dev.sspr.internal.proof.Standing;
import dev.sspr.lockout.Place;
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
import java.util.Optional;
import java.util.Set;

/** Says what a change takes, and sees to the current password before the deed. */
final class Changing {
    /** What is still to be seen before the deed; no method of that name can be enrolled. */
    private static final MethodKind CURRENT_PASSWORD = new MethodKind("current-password");

    private static final Duration DAY = Duration.ofHours(24);
    /** Far beyond what a person begins, and little enough for a store to hold. */
    private static final int BEGUN_PER_DAY = 100;

    private final Plugs plugs;
    private final ChangePolicy policy;
    private final Duration minimumAge;
    private final ProofFlow flow;
    private final NewPasswords passwords;
    private final CurrentPasswords currents;
    private final Auditor auditor;
    private final Budget budget;

    Changing(
            Plugs plugs,
            ChangePolicy policy,
            Duration minimumAge,
            ProofFlow flow,
            NewPasswords passwords,
            CurrentPasswords currents) {
        this.plugs = plugs;
        this.policy = policy;
        this.minimumAge = minimumAge;
        this.flow = flow;
        this.passwords = passwords;
        this.currents = currents;
        this.auditor = new Auditor(plugs.audit(), plugs.clock(), Purpose.CHANGE);
        this.budget = new Budget(plugs.counters(), plugs.keys().digest(), plugs.clock());
    }

    /**
     * A current password as it was typed.
     *
     * @param password the text
     * @param place where
     */
    record Typed(Secret password, Place place) {}

    ChangeStart begin(ChangeRequest request, FlowContext context) {
        ChangeStart start = decide(request, context);
        if (start instanceof ChangeStart.NotNow not) {
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

    /** What every start says of a store that is down, and else the reason as it is told. */
    private static String reason(Reason reason) {
        return reason == Reason.STORE_UNAVAILABLE ? "store-unavailable" : reason.name();
    }

    private ChangeStart decide(ChangeRequest request, FlowContext context) {
        if (flow.availability() == Availability.Status.DOWN) {
            return not(Reason.STORE_UNAVAILABLE);
        }
        Optional<Account> found = account(request.user());
        if (found.isEmpty()) {
            return not(Reason.ACCOUNT_NOT_USABLE);
        }
        Account account = found.get();
        if (account.status() == AccountStatus.LOCKED) {
            return not(Reason.ACCOUNT_LOCKED);
        }
        Instant now = Instant.ofEpochMilli(plugs.clock().millis());
        Optional<Instant> oldEnough = request.passwordSetAt()
                .map(at -> at.plus(minimumAge))
                .filter(at -> !request.occasion().forced() && now.isBefore(at));
        if (oldEnough.isPresent()) {
            return new ChangeStart.NotNow(Reason.TOO_YOUNG, oldEnough);
        }
        Optional<Instant> full = budget.charge(
                List.of(new Budget.Line(budget.key("change-open", account.id().value()), BEGUN_PER_DAY, DAY)));
        return full.isPresent()
                ? new ChangeStart.NotNow(Reason.TRY_LATER, full)
                : open(account, asks(request, now), context);
    }

    /** A store that answers about somebody else than was asked about is not believed. */
    private Optional<Account> account(UserId user) {
        return Spi.ask("user-store", () -> plugs.users().load(user))
                .filter(one -> one.id().equals(user) && one.status().usable());
    }

    private Asks asks(ChangeRequest request, Instant now) {
        if (request.knowledge() == Knowledge.NONE) {
            return Asks.STRONG_PROOF;
        }
        boolean fresh = !now.isAfter(request.signedInAt().plus(policy.freshness()));
        boolean twoFactors = request.knowledge() == Knowledge.TYPED
                && !request.methods().isEmpty()
                && !request.methods().contains(MethodKind.ACCESS_PASS);
        boolean spared = policy.currentPassword() == ChangePolicy.CurrentPassword.NOT_AFTER_SECOND_FACTOR;
        return spared && fresh && twoFactors ? Asks.NOTHING_MORE : Asks.CURRENT_PASSWORD;
    }

    private ChangeStart open(Account account, Asks asks, FlowContext context) {
        if (asks != Asks.STRONG_PROOF) {
            Set<MethodKind> rest = asks == Asks.CURRENT_PASSWORD ? Set.of(CURRENT_PASSWORD) : Set.of();
            return begun(flow.known(account, rest, context), asks);
        }
        Set<MethodKind> strong = flow.strong(account);
        return strong.isEmpty() ? not(Reason.NO_STRONG_FACTOR) : begun(flow.stepUp(account, strong, context), asks);
    }

    private static ChangeStart begun(StartResult.Started started, Asks asks) {
        return new ChangeStart.Begun(started.handle(), asks, started.offers(), started.expiresAt());
    }

    private static ChangeStart not(Reason reason) {
        return new ChangeStart.NotNow(reason, Optional.empty());
    }

    PasswordChangeResult complete(FlowHandle handle, Optional<Typed> typed, Secret next) {
        Standing standing = flow.standing(handle);
        if (standing instanceof Standing.Decided decided) {
            return new PasswordChangeResult.Judged(decided.result());
        }
        Standing.Ready ready = (Standing.Ready) standing;
        if (ready.rest().contains(CURRENT_PASSWORD)) {
            CurrentPasswords.Said said = typed.map(one -> currents.check(ready.user(), one.place(), one.password()))
                    .orElseGet(CurrentPasswords.Said.Wrong::new);
            note(ready.user(), said);
            if (said instanceof CurrentPasswords.Said.Locked locked) {
                return new PasswordChangeResult.LockedOut(locked.until());
            }
            if (!(said instanceof CurrentPasswords.Said.Right)) {
                return new PasswordChangeResult.WrongPassword();
            }
        }
        Deed deed = typed.map(one -> passwords.change(next, one.password())).orElseGet(() -> passwords.reset(next));
        return new PasswordChangeResult.Judged(flow.complete(handle, deed));
    }

    private void note(UserId user, CurrentPasswords.Said said) {
        boolean right = said instanceof CurrentPasswords.Said.Right;
        String result = right ? "RIGHT" : said instanceof CurrentPasswords.Said.Locked ? "LOCKED" : "WRONG";
        auditor.note(
                AuditType.CURRENT_PASSWORD_CHECKED,
                right ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.empty(),
                Optional.of(user),
                Map.of("result", result));
    }
}
