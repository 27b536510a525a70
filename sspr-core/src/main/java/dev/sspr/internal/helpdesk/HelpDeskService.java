package dev.sspr.internal.helpdesk;

import dev.sspr.admin.AccountView;
import dev.sspr.admin.HelpDesk;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.HelpDeskResult.Refused;
import dev.sspr.flow.Refusal;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Environment;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Implements {@link HelpDesk}. */
public final class HelpDeskService implements HelpDesk {
    private final HelpDeskParts parts;
    private final Environment environment;
    private final AdminNotices notices;
    private final HelpDeskOperation operation;
    private final AccountActions actions;
    private final AccountInspection inspection;
    private final Optional<LockLifter> lifter;

    private HelpDeskService(
            Environment environment, HelpDeskParts parts, Optional<LockLifter> lifter, Optional<AuditHistory> history) {
        this.parts = parts;
        this.environment = environment;
        Auditor auditor = new Auditor(environment.audit(), environment.clock(), Purpose.HELP_DESK);
        this.notices = new AdminNotices(environment, auditor);
        Authorization authorization = new Authorization(parts.users(), parts.authorizer(), parts.tenant());
        this.operation = new HelpDeskOperation(authorization, notices, new HelpDeskAudit(auditor), parts.catalog());
        this.actions = new AccountActions(environment, parts.infos(), parts.passes());
        this.inspection = new AccountInspection(parts, history);
        this.lifter = lifter;
    }

    public static HelpDeskService of(Environment environment, HelpDeskParts parts, Optional<AccountUnlocker> unlocker) {
        Optional<LockLifter> lifter = unlocker.map(one -> account -> one.unlock(account.id(), account.generation()));
        return with(environment, parts, lifter, AuditHistory.of(environment.audit()));
    }

    public static HelpDeskService with(
            Environment environment, HelpDeskParts parts, Optional<LockLifter> lifter, Optional<AuditHistory> history) {
        return new HelpDeskService(environment, parts, lifter, history);
    }

    @Override
    public HelpDeskResult<AccountView> inspect(HelpDeskRequest help) {
        return operation.run(
                AdminAction.LOOK, help, person -> HelpDeskOperation.done(inspection.at(person, actions.now())));
    }

    @Override
    public HelpDeskResult<Secret> issuePass(HelpDeskRequest help, Instant from, Duration life, AccessPassUse use) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(life, "life");
        Objects.requireNonNull(use, "use");
        return operation.run(
                AdminAction.ISSUE_PASS,
                help,
                HelpDeskOperation.usable(
                        person -> HelpDeskOperation.done(actions.issue(person.id(), from, life, use))));
    }

    @Override
    public HelpDeskResult<AdminAction> withdrawPass(HelpDeskRequest help) {
        return operation.does(AdminAction.WITHDRAW_PASS, help, person -> actions.withdraw(person.id()));
    }

    @Override
    public HelpDeskResult<Instant> startReset(HelpDeskRequest help) {
        return operation.run(AdminAction.START_RESET, help, HelpDeskOperation.usable(person -> {
            boolean off = actions.off(person.id());
            Locale locale = person.locale().orElse(Locale.ENGLISH);
            Optional<Instant> until = off ? Optional.empty() : parts.reset().onBehalf(person, locale);
            return until.map(HelpDeskOperation::done).orElseGet(() -> new Refused<>(Refusal.NOT_REACHABLE));
        }));
    }

    @Override
    public HelpDeskResult<AdminAction> requireRegistration(HelpDeskRequest help) {
        return operation.does(AdminAction.REQUIRE_REGISTRATION, help, person -> actions.requireAgain(person.id()));
    }

    @Override
    public HelpDeskResult<AdminAction> removeMethod(HelpDeskRequest help, String methodId) {
        Objects.requireNonNull(methodId, "methodId");
        return operation.unless(AdminAction.REMOVE_METHOD, help, person -> actions.remove(person.id(), methodId));
    }

    @Override
    public HelpDeskResult<AdminAction> assignToken(HelpDeskRequest help, OathToken token) {
        Objects.requireNonNull(token, "token");
        return operation.unless(AdminAction.GIVE_TOKEN, help, person -> actions.assign(person.id(), token));
    }

    @Override
    public HelpDeskResult<AdminAction> unblock(HelpDeskRequest help) {
        return operation.does(AdminAction.UNBLOCK, help, person -> {
            actions.enable(person.id());
            parts.reset().accountLimits().clear(person);
        });
    }

    @Override
    public HelpDeskResult<AdminAction> unblock(HelpDeskRequest help, String login) {
        Objects.requireNonNull(login, "login");
        return operation.unless(AdminAction.UNBLOCK, help, person -> {
            Optional<LoginName> name = environment.logins().canonical(login).filter(one -> belongs(one, person.id()));
            name.ifPresent(one -> {
                actions.enable(person.id());
                parts.reset().accountLimits().clear(person);
                parts.reset().accountLimits().clearStarts(one);
            });
            return name.isPresent() ? Optional.empty() : Optional.of(Refusal.NOT_THEIR_NAME);
        });
    }

    @Override
    public HelpDeskResult<AdminAction> unlock(HelpDeskRequest help) {
        return operation.plugged(AdminAction.UNLOCK, help, lifter.map(one -> one::unlock));
    }

    @Override
    public HelpDeskResult<AdminAction> clearLockout(HelpDeskRequest help) {
        return operation.plugged(
                AdminAction.CLEAR_LOCKOUT,
                help,
                parts.clearLockout().map(clear -> person -> clear.accept(person.id())));
    }

    @Override
    public HelpDeskResult<AdminAction> disableSelfService(HelpDeskRequest help) {
        return operation.does(
                AdminAction.TURN_OFF, help, person -> actions.setSelfService(person.id(), Optional.of(actions.now())));
    }

    @Override
    public HelpDeskResult<AdminAction> enableSelfService(HelpDeskRequest help) {
        return operation.does(
                AdminAction.TURN_ON, help, person -> actions.setSelfService(person.id(), Optional.empty()));
    }

    @Override
    public HelpDeskResult<AdminAction> approveRecovery(HelpDeskRequest help, String reference) {
        Objects.requireNonNull(reference, "reference");
        AdminAction action = AdminAction.APPROVE_RECOVERY;
        return operation.run(action, help, HelpDeskOperation.usable(person -> {
            if (parts.approveRecovery().isEmpty()) {
                return new Refused<>(Refusal.NOT_CONFIGURED);
            }
            HelpDeskParts.Approval approval = parts.approveRecovery().get();
            if (approval.approve(help.actor(), person.id(), reference)) {
                return HelpDeskOperation.done(action);
            }
            boolean own = approval.begunBy(help.actor(), person.id(), reference);
            return new Refused<>(own ? Refusal.BEGUN_BY_ACTOR : Refusal.NO_SUCH_RECOVERY);
        }));
    }

    /** Makes the attempt that is due for a pending notice. */
    public void goOn(FlowId flow) {
        notices.goOn(flow);
    }

    private boolean belongs(LoginName name, UserId user) {
        UserStore.Lookup found = parts.users().find(name);
        return found instanceof UserStore.Lookup.One one
                && one.matched().equals(name)
                && one.account().id().equals(user);
    }
}
