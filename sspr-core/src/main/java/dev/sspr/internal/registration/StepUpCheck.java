package dev.sspr.internal.registration;

import dev.sspr.flow.BeginResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens security info after a recent and strong enough sign-in. */
public final class StepUpCheck {
    private static final Duration DAY = Duration.ofHours(24);
    /** Far more than a user opens, and few enough for a store to hold. */
    private static final int OPENED_PER_DAY = 100;

    private final RegistrationServices services;

    public StepUpCheck(RegistrationServices services) {
        this.services = services;
    }

    public BeginResult begin(SignInEvidence signIn, FlowContext context) {
        Optional<Account> account = services.account(signIn.user());
        if (account.isEmpty()) {
            return Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE);
        }
        Instant now = services.now();
        SecurityInfo info = services.info(signIn.user());
        DemandedKinds elsewhere = services.catalog.heldElsewhere(account.get());
        DemandedKinds demanded = services.guards.demanded(info, elsewhere, now);
        if (!services.guards.recent(signIn, now)) {
            return refused(signIn, "too-old", new BeginResult.SignInAgain(Set.of()));
        }
        if (!services.guards.strongEnough(signIn.methods(), demanded)) {
            return refused(signIn, "too-weak", new BeginResult.SignInAgain(demanded.kinds()));
        }
        if (info.record().frozen().isPresent()
                && !services.strongerProof().among(signIn.methods(), info, elsewhere.kinds(), now)) {
            Set<MethodKind> stronger = services.strongerProof().held(info, elsewhere.kinds(), now);
            return stronger.isEmpty()
                    ? refused(signIn, "pass-needed", new BeginResult.AccessPassNeeded())
                    : refused(signIn, "too-weak", new BeginResult.SignInAgain(stronger));
        }
        if (demanded.isEmpty() && !services.guards.mayBeFirst(signIn, now)) {
            return refused(signIn, "pass-needed", new BeginResult.AccessPassNeeded());
        }
        Optional<Instant> full = services.charge(RateLimit.fixed(
                services.limiter.key(Budget.REGISTRATIONS_OPENED, signIn.user().value()), OPENED_PER_DAY, DAY));
        return full.isPresent()
                ? Refused.until(Purpose.REGISTER, full.get())
                : open(signIn, context, account.get(), info, elsewhere, now);
    }

    private BeginResult open(
            SignInEvidence signIn,
            FlowContext context,
            Account account,
            SecurityInfo info,
            DemandedKinds elsewhere,
            Instant now) {
        Token handle = services.digests.newHandle(
                new FlowId(services.environment.random().digest()));
        Instant until = now.plus(services.guards.policy().sessionLife());
        RegistrationHeader header = new RegistrationHeader(
                services.digests.handle(handle),
                until,
                context.locale(),
                signIn.user(),
                DisplayName.of(signIn.accountName(), signIn.user()),
                signIn.methods(),
                account.generation());
        boolean outranks =
                services.guards.outranksHold(signIn, info, elsewhere, services.capability.phishingResistant(), now);
        services.runner.begin(
                handle.flow(),
                services.digests.owner(signIn.user()),
                Step.to(new Idle(header.outrankingHold(outranks)), true));
        services.note(
                AuditType.SECURITY_INFO_OPENED, Outcome.SUCCESS, Optional.of(handle.flow()), signIn.user(), Map.of());
        return new BeginResult.Started(FlowHandle.of(handle.text()), services.overview(info), until);
    }

    private BeginResult refused(SignInEvidence signIn, String reason, BeginResult result) {
        services.note(
                AuditType.SECURITY_INFO_REFUSED,
                Outcome.FAILURE,
                Optional.empty(),
                signIn.user(),
                Map.of("reason", reason));
        return result;
    }
}
