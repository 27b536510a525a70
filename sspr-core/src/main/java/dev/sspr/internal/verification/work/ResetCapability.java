package dev.sspr.internal.verification.work;

import dev.sspr.flow.ResetReadiness;
import dev.sspr.internal.engine.AccountFlows;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.securityinfo.AbleMethods;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.HeldMethods;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.spi.Account;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an account can be reset, and what is missing (F2-G2). Flows, advice, views and removals all ask here, so
 * that they agree. What an account can prove and what is demanded of it are found apart (F2-S1).
 */
public final class ResetCapability {
    private final Guards guards;
    private final MethodCatalog catalog;
    private final AccountFlows accountFlows;
    private final InstantSource clock;

    public ResetCapability(Environment environment, Guards guards, MethodCatalog catalog) {
        this.guards = guards;
        this.catalog = catalog;
        this.accountFlows = new AccountFlows(environment, new Digests(environment.keys(), environment.random()));
        this.clock = environment.clock();
    }

    /** Returns the kinds that a reset takes. */
    public List<MethodKind> kinds() {
        return guards.kinds();
    }

    /** Returns the kinds whose proof at a sign-in outranks the hold after a reset. */
    public Set<MethodKind> phishingResistant() {
        return guards.policy().hold().phishingResistant();
    }

    /** Returns what an account can prove and must prove now. */
    HeldMethods now(Account account) {
        return at(account, catalog.info(account.id()), accountFlows.reports(account.id()), clock.instant());
    }

    /**
     * Returns what an account can prove and must prove with given security info at a given time. A report adds a proof only
     * if the account could make it with all that it has, disabled methods included.
     */
    private HeldMethods at(Account account, SecurityInfo info, long reports, Instant now) {
        DemandedKinds demanded = guards.demanded(catalog.secondFactors(account, guards.registered(info, now)));
        HeldMethods base = new HeldMethods(able(account, info, now), guards.needed(account, 0), demanded, guards);
        int raised = guards.needed(account, reports);
        if (raised <= base.needed()) {
            return base;
        }
        HeldMethods whole = new HeldMethods(able(account, info.unhindered(now), now), raised, demanded, guards);
        return whole.canProve() ? base.needing(raised) : base;
    }

    private AbleMethods able(Account account, SecurityInfo info, Instant now) {
        return catalog.able(account, info, guards.kinds(), now).only(one -> guards.provesFor(account, one.kind()));
    }

    /** Returns whether an account can be reset now, and what is missing. */
    public ResetReadiness readiness(Account account, SecurityInfo info) {
        return readiness(account, info, accountFlows.reports(account.id()));
    }

    private ResetReadiness readiness(Account account, SecurityInfo info, long reports) {
        Instant now = clock.instant();
        HeldMethods held = at(account, info, reports, now);
        if (info.record().frozen().isPresent()) {
            return new ResetReadiness(
                    Set.of(ResetReadiness.Lack.FIRST_METHOD),
                    Optional.empty(),
                    held.demanded().kinds());
        }
        Optional<Instant> later = held.canProve()
                ? Optional.empty()
                : info.methods().stream()
                        .map(RegisteredMethod::countsFrom)
                        .filter(now::isBefore)
                        .sorted()
                        .filter(time -> at(account, info, 0, time).canProve())
                        .findFirst();
        return new ResetReadiness(held.lacks(), later, held.demanded().kinds());
    }

    /** Returns whether an account can be reset with what it has registered, now or when all of it counts; a report aside. */
    public boolean expected(Account account, SecurityInfo info) {
        return readiness(account, info, 0).expected();
    }

    /**
     * R-REG-7: returns whether a removal leaves an account that can be reset, now or after its quarantines, or the account
     * could not be reset before.
     */
    public boolean survives(Account account, SecurityInfo before, SecurityInfo after) {
        return expected(account, after) || !expected(account, before);
    }

    /** Counts the registered kinds that prove a reset, now or after quarantine; two methods of one kind count once (GATE-12). */
    public int counting(Account account, SecurityInfo info) {
        Instant now = clock.instant();
        return (int) info
                .where(one ->
                        one.proves(now) && guards.kinds().contains(one.kind()) && guards.provesFor(account, one.kind()))
                .stream()
                .map(RegisteredMethod::kind)
                .distinct()
                .count();
    }

    /**
     * F2-S7: returns whether an account can prove something beside what it has registered: by an address that the user store
     * provides and that counts, or by a verifier that keeps its own enrolments.
     */
    public boolean provesWithoutRegistration(Account account) {
        return !catalog.able(account, SecurityInfo.none(account.id()), catalog.kinds(), clock.instant())
                .isEmpty();
    }
}
