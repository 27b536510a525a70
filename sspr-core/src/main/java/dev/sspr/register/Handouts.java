package dev.sspr.register;

import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.flow.OathToken;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.OathTokens;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the help desk hands out: hardware tokens, which their holders activate, and access passes, which stand in for lost
 * methods until new ones are registered. The host lets only those call this who may, and never for themselves (TAP-05).
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Failure.</b> As {@link Registration}.
 */
public final class Handouts {
    private static final Duration DAY = Duration.ofHours(24);

    private final Office office;
    private final AccessPasses passes;
    private final Standings standings;

    Handouts(Office office, Standings standings) {
        this.office = office;
        this.passes = office.passes;
        this.standings = standings;
    }

    /** What came of giving a token to somebody. */
    public enum Given {
        /** The account has it; its holder activates it with a code, by enrolling {@link MethodKind#OATH_TOKEN}. */
        GIVEN,
        /** The account has one that waits to be activated. */
        HAS_ONE,
        /** Another account has the token of this serial number. */
        TAKEN
    }

    /**
     * Gives a hardware token to an account (M-09, REG-15).
     *
     * @param user the account
     * @param token what its vendor says of it, such as a row of {@link dev.sspr.flow.OathCsv}
     * @return what came of it
     */
    public Given give(UserId user, OathToken token) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(token, "token");
        Instant now = office.now();
        Enrolled.Made made = OathTokens.imported(office.plugs.mint().digest(), token);
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
        return after.isPresent() ? Given.GIVEN : waiting[0] ? Given.HAS_ONE : Given.TAKEN;
    }

    /**
     * Issues an access pass; one that the account had is void (TAP-04).
     *
     * @param user the account
     * @param from when it begins to work, now or later
     * @param life how long it works, within the policy
     * @param use how often it works
     * @return the pass, to show once
     * @throws IllegalArgumentException if the life is out of bounds
     */
    public Secret issuePass(UserId user, Instant from, Duration life, AccessPassPolicy.Use use) {
        Objects.requireNonNull(user, "user");
        AccessPasses.Issued issued = passes.issue(from, life, use);
        Instant now = office.now();
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
        change(user, info -> Optional.of(withoutPass(info).with(entry)));
        note(user, "issued");
        return issued.pass();
    }

    /**
     * Withdraws the access pass of an account.
     *
     * @param user the account
     */
    public void withdrawPass(UserId user) {
        Objects.requireNonNull(user, "user");
        change(
                user,
                info -> info.of(MethodKind.ACCESS_PASS).isEmpty() ? Optional.empty() : Optional.of(withoutPass(info)));
        note(user, "withdrawn");
    }

    /** What came of a pass at the host's sign-in. */
    public enum PassUse {
        /** It is right: the host states {@link MethodKind#ACCESS_PASS} among the methods of this sign-in. */
        ACCEPTED,
        /** It is wrong, over, used up, not yet valid, or the account has none. */
        REFUSED,
        /** Too many wrong ones today. */
        TRY_LATER
    }

    /**
     * Checks a pass that somebody typed at the host's sign-in.
     *
     * @param user the account
     * @param pass as it was typed
     * @return what came of it; the same time for every account
     */
    public PassUse usePass(UserId user, Secret pass) {
        Objects.requireNonNull(user, "user");
        Response response = new Response.Typed(pass);
        List<Budget.Line> lines = List.of(new Budget.Line(
                office.budget.key("pass", user.value()), office.rules.limits().guessesPerDay(), DAY));
        if (!response.fits() || office.budget.charge(lines).isPresent()) {
            return response.fits() ? PassUse.TRY_LATER : PassUse.REFUSED;
        }
        Instant now = office.now();
        boolean[] right = {false};
        change(user, info -> {
            Verified said = passes.check(challenge(user, now), Memo.EMPTY, held(info), response, now);
            right[0] = said instanceof Verified.Passed;
            return said instanceof Verified.Passed passed
                    ? passed.next()
                            .map(next -> info.with(
                                    info.entry(next.id()).orElseThrow().with(next)))
                    : Optional.empty();
        });
        if (right[0]) {
            office.budget.refund(lines);
            note(user, "used");
        }
        return right[0] ? PassUse.ACCEPTED : PassUse.REFUSED;
    }

    /**
     * The account must register again: phones, authenticator apps and passkeys are forgotten, hardware tokens must be
     * activated again, addresses and questions stay (REG-17).
     *
     * @param user the account
     */
    public void requireAgain(UserId user) {
        standings.requireAgain(Objects.requireNonNull(user, "user"));
    }

    private Optional<SecurityInfo> change(UserId user, Function<SecurityInfo, Optional<SecurityInfo>> how) {
        return Spi.ask("method-store", () -> office.infos.change(user, how));
    }

    private static SecurityInfo withoutPass(SecurityInfo info) {
        SecurityInfo left = info;
        for (Entry entry : info.of(MethodKind.ACCESS_PASS)) {
            left = left.without(entry.id());
        }
        return left;
    }

    private static List<Credential> held(SecurityInfo info) {
        return info.of(MethodKind.ACCESS_PASS).stream()
                .flatMap(one -> one.credential().stream())
                .toList();
    }

    private Challenge challenge(UserId user, Instant now) {
        return new Challenge(
                office.plugs.mint().digest(),
                new FlowId(office.plugs.mint().digest()),
                Purpose.REGISTER,
                user,
                Generation.of(0),
                MethodKind.ACCESS_PASS,
                "access-pass",
                now,
                now.plus(Duration.ofMinutes(1)));
    }

    private void note(UserId user, String what) {
        office.note(AuditType.ACCESS_PASS, Outcome.SUCCESS, Optional.empty(), user, Map.of("change", what));
    }
}
