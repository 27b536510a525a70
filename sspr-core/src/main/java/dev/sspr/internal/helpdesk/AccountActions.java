package dev.sspr.internal.helpdesk;

import dev.sspr.flow.Refusal;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.AccountFlows;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.OathTokens;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Changes security info for the help desk. Each action is idempotent. */
public final class AccountActions {
    private static final String STORE = "method-store";

    private final Environment environment;
    private final SecurityInfoStore infos;
    private final AccessPasses passes;
    private final AccountFlows accountFlows;

    public AccountActions(Environment environment, SecurityInfoStore infos, AccessPasses passes) {
        this.environment = environment;
        this.infos = infos;
        this.passes = passes;
        this.accountFlows = new AccountFlows(environment, new Digests(environment.keys(), environment.random()));
    }

    public Instant now() {
        return environment.clock().instant();
    }

    /** Issues a pass; an earlier pass of the account becomes void (TAP-04). */
    public Secret issue(UserId user, Instant from, Duration life, AccessPassUse use) {
        AccessPasses.Issued issued = passes.issue(from, life, use);
        Instant now = now();
        RegisteredMethod method = new RegisteredMethod(
                issued.credential().id(),
                MethodKind.ACCESS_PASS,
                "Access pass",
                RegisteredMethod.State.VERIFIED,
                now,
                from,
                Optional.of(from.plus(life)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(issued.credential()),
                Optional.empty());
        always(user, info -> withoutPass(info, now).with(method));
        return issued.pass();
    }

    public void withdraw(UserId user) {
        Instant now = now();
        always(user, info -> withoutPass(info, now));
    }

    /** Requires a new registration; security info that does not open begins anew. */
    public void requireAgain(UserId user) {
        Instant now = now();
        if (infos.changeOrBeginAnew(user, info -> info.requiredAgain(now)).isEmpty()) {
            throw new UnavailableException(STORE);
        }
        accountFlows.end(user);
    }

    /** Disables or enables self-service. Disabling ends all open flows (R-SESS-4). */
    public void setSelfService(UserId user, Optional<Instant> off) {
        always(
                user,
                info -> off.isPresent()
                        ? info.record(info.record().off(off))
                        : info.decided().record(info.decided().record().off(off)));
        if (off.isPresent()) {
            accountFlows.end(user);
        }
    }

    /**
     * Returns whether no reset is possible: the help desk has disabled self-service, a freeze waits for a decision, or the
     * security info is unreadable.
     */
    public boolean off(UserId user) {
        return infos.readable(user)
                .map(info -> info.record().noReset().isPresent())
                .orElse(true);
    }

    /** Removes a method, and every undo that would restore it. */
    public Optional<Refusal> remove(UserId user, String methodId) {
        boolean[] held = {false};
        Instant now = now();
        change(user, info -> {
            held[0] = info.method(methodId).isPresent();
            return Optional.of(info.without(methodId, now)
                            .bringingBack(old -> old.id().equals(methodId) ? Optional.empty() : Optional.of(old)))
                    .filter(left -> held[0]);
        });
        return held[0] ? Optional.empty() : Optional.of(Refusal.UNKNOWN_METHOD);
    }

    /** Assigns a hardware token, which proves nothing until the user activates it (M-09, REG-15). */
    public Optional<Refusal> assign(UserId user, OathToken token) {
        Instant now = now();
        CredentialVerifier.EnrolmentResult.Enrolled made =
                OathTokens.imported(environment.random().digest(), token);
        RegisteredMethod method = new RegisteredMethod(
                made.credential().id(),
                MethodKind.OATH_TOKEN,
                made.label(),
                RegisteredMethod.State.GIVEN,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(made.credential()),
                made.claim().map(claim -> SecurityInfoStore.claim(MethodKind.OATH_TOKEN, claim.bytes())));
        boolean[] waiting = {false};
        Optional<SecurityInfo> after = change(user, info -> {
            waiting[0] = info.of(MethodKind.OATH_TOKEN).stream()
                    .anyMatch(one -> one.state() == RegisteredMethod.State.GIVEN);
            return waiting[0] ? Optional.empty() : Optional.of(info.with(method));
        });
        return after.isPresent()
                ? Optional.empty()
                : Optional.of(waiting[0] ? Refusal.TOKEN_WAITING : Refusal.TOKEN_TAKEN);
    }

    /** Enables methods that failures have disabled. */
    public void enable(UserId user) {
        change(user, info -> {
            SecurityInfo next = info;
            for (RegisteredMethod method : info.where(one -> one.state() == RegisteredMethod.State.DISABLED)) {
                next = next.with(method.in(RegisteredMethod.State.VERIFIED));
            }
            return next.equals(info) ? Optional.empty() : Optional.of(next);
        });
    }

    /** Makes a change that cannot be refused. */
    private void always(UserId user, UnaryOperator<SecurityInfo> how) {
        if (change(user, info -> Optional.of(how.apply(info))).isEmpty()) {
            throw new UnavailableException(STORE);
        }
    }

    private Optional<SecurityInfo> change(UserId user, Function<SecurityInfo, Optional<SecurityInfo>> how) {
        return infos.change(user, how);
    }

    private static SecurityInfo withoutPass(SecurityInfo info, Instant now) {
        SecurityInfo left = info;
        for (RegisteredMethod method : info.of(MethodKind.ACCESS_PASS)) {
            left = left.without(method.id(), now);
        }
        return left;
    }
}
