package dev.sspr.admin;

import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.flow.OathToken;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.OathTokens;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What the help desk does to security info. Each may be done twice: what counts is what there is afterwards. */
final class Deeds {
    private static final String STORE = "method-store";

    private final Plugs plugs;
    private final SecurityInfos infos;
    private final AccessPasses passes;
    private final Digests digests;

    Deeds(Plugs plugs, SecurityInfos infos, AccessPasses passes) {
        this.plugs = plugs;
        this.infos = infos;
        this.passes = passes;
        this.digests = new Digests(plugs.keys(), plugs.mint());
    }

    Instant now() {
        return Instant.ofEpochMilli(plugs.clock().millis());
    }

    /** A pass; one that the account had is void (TAP-04). */
    Secret issue(UserId user, Instant from, Duration life, AccessPassPolicy.Use use) {
        AccessPasses.Issued issued = made(from, life, use);
        Instant now = now();
        Entry entry = new Entry(
                issued.credential().id(),
                MethodKind.ACCESS_PASS,
                "Access pass",
                Entry.State.VERIFIED,
                now,
                from,
                Optional.of(from.plus(life)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(issued.credential()),
                Optional.empty());
        always(user, info -> withoutPass(info).with(entry));
        return issued.pass();
    }

    /** A hash that cannot be had now is an outage like any other; a life out of bounds is a mistake. */
    private AccessPasses.Issued made(Instant from, Duration life, AccessPassPolicy.Use use) {
        try {
            return passes.issue(from, life, use);
        } catch (BackendUnavailableException e) {
            throw new UnavailableException("password-hash");
        }
    }

    void withdraw(UserId user) {
        always(user, Deeds::withoutPass);
    }

    void requireAgain(UserId user) {
        Instant now = now();
        always(user, info -> info.requiredAgain(now));
        endFlows(user);
    }

    /** Off ends what is open, so that nothing that began before goes on (R-SESS-4). */
    void turn(UserId user, Optional<Instant> off) {
        always(user, info -> info.standing(info.standing().off(off)));
        if (off.isPresent()) {
            endFlows(user);
        }
    }

    /** Whether the help desk has self-service switched off for an account. */
    boolean off(UserId user) {
        return Spi.ask(STORE, () -> infos.load(user)).standing().off().isPresent();
    }

    /** The method goes, and no undo brings it back. */
    Optional<HelpRefusal> remove(UserId user, String methodId) {
        boolean[] held = {false};
        change(user, info -> {
            held[0] = info.entry(methodId).isPresent();
            return Optional.of(info.without(methodId)
                            .bringingBack(old -> old.id().equals(methodId) ? Optional.empty() : Optional.of(old)))
                    .filter(left -> held[0]);
        });
        return held[0] ? Optional.empty() : Optional.of(HelpRefusal.NO_SUCH_METHOD);
    }

    /** A hardware token, which proves nothing until its holder activates it (M-09, REG-15). */
    Optional<HelpRefusal> give(UserId user, OathToken token) {
        Instant now = now();
        Enrolled.Made made = OathTokens.imported(plugs.mint().digest(), token);
        Entry entry = new Entry(
                made.credential().id(),
                MethodKind.OATH_TOKEN,
                made.label(),
                Entry.State.GIVEN,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(made.credential()),
                made.claim().map(claim -> SecurityInfos.claim(MethodKind.OATH_TOKEN, claim.bytes())));
        boolean[] waiting = {false};
        Optional<SecurityInfo> after = change(user, info -> {
            waiting[0] = info.of(MethodKind.OATH_TOKEN).stream().anyMatch(one -> one.state() == Entry.State.GIVEN);
            return waiting[0] ? Optional.empty() : Optional.of(info.with(entry));
        });
        return after.isPresent()
                ? Optional.empty()
                : Optional.of(waiting[0] ? HelpRefusal.TOKEN_WAITING : HelpRefusal.TOKEN_TAKEN);
    }

    /** Methods that failures have put out of use may be used again. */
    void enable(UserId user) {
        change(user, info -> {
            SecurityInfo next = info;
            for (Entry entry : info.where(one -> one.state() == Entry.State.DISABLED)) {
                next = next.with(entry.in(Entry.State.VERIFIED));
            }
            return next.equals(info) ? Optional.empty() : Optional.of(next);
        });
    }

    private void endFlows(UserId user) {
        FlowId none = new FlowId(plugs.mint().digest());
        digests.owners(user)
                .forEach(tag -> Spi.ask("flow-store", () -> plugs.flows().endOwner(tag, none)));
    }

    /** A change that nothing can speak against. */
    private void always(UserId user, UnaryOperator<SecurityInfo> how) {
        if (change(user, info -> Optional.of(how.apply(info))).isEmpty()) {
            throw new UnavailableException(STORE);
        }
    }

    private Optional<SecurityInfo> change(UserId user, Function<SecurityInfo, Optional<SecurityInfo>> how) {
        return Spi.ask(STORE, () -> infos.change(user, how));
    }

    private static SecurityInfo withoutPass(SecurityInfo info) {
        SecurityInfo left = info;
        for (Entry entry : info.of(MethodKind.ACCESS_PASS)) {
            left = left.without(entry.id());
        }
        return left;
    }
}
