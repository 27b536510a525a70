package dev.sspr.register;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens security info to whoever the host says is signed in, recently and strongly enough. */
final class Access {
    private static final Duration DAY = Duration.ofHours(24);
    /** Far beyond what a person opens, and little enough for a store to hold. */
    private static final int OPENED_PER_DAY = 100;

    private final Office office;

    Access(Office office) {
        this.office = office;
    }

    BeginResult begin(SignInStatement signIn, FlowContext context) {
        Optional<Account> account = office.account(signIn.user());
        if (account.isEmpty()) {
            return Denied.of(Denial.ACCOUNT_NOT_USABLE);
        }
        Instant now = office.now();
        SecurityInfo info = office.info(signIn.user());
        Set<MethodKind> elsewhere = Spi.ask("mfa-verifier", () -> office.methods.heldElsewhere(account.get()));
        Set<MethodKind> demanded = office.rules.demanded(info, elsewhere, now);
        if (!office.rules.recent(signIn, now)) {
            return refused(signIn, "too-old", new BeginResult.SignInAgain(Set.of()));
        }
        if (!office.rules.strongEnough(signIn.methods(), demanded)) {
            return refused(signIn, "too-weak", new BeginResult.SignInAgain(demanded));
        }
        if (demanded.isEmpty() && !office.rules.mayBeFirst(signIn, now)) {
            return refused(signIn, "pass-needed", new BeginResult.AccessPassNeeded());
        }
        Optional<Instant> full = office.charge(
                new Budget.Line(office.budget.key("register-open", signIn.user().value()), OPENED_PER_DAY, DAY));
        return full.isPresent() ? Denied.until(full.get()) : open(signIn, context, account.get(), info, now);
    }

    private BeginResult open(
            SignInStatement signIn, FlowContext context, Account account, SecurityInfo info, Instant now) {
        Token handle = office.digests.newHandle(new FlowId(office.plugs.mint().digest()));
        Instant until = now.plus(office.rules.policy().sessionLife());
        Ticket ticket = new Ticket(
                office.digests.handle(handle),
                until,
                context.locale(),
                signIn.user(),
                signIn.accountName(),
                signIn.methods(),
                account.generation());
        office.runner.begin(handle.flow(), office.digests.owner(signIn.user()), Step.to(new Managing(ticket), true));
        office.note(
                AuditType.SECURITY_INFO_OPENED, Outcome.SUCCESS, Optional.of(handle.flow()), signIn.user(), Map.of());
        return new BeginResult.Begun(FlowHandle.of(handle.text()), office.overview(info), until);
    }

    private BeginResult refused(SignInStatement signIn, String reason, BeginResult result) {
        office.note(
                AuditType.SECURITY_INFO_REFUSED,
                Outcome.FAILURE,
                Optional.empty(),
                signIn.user(),
                Map.of("reason", reason));
        return result;
    }
}
