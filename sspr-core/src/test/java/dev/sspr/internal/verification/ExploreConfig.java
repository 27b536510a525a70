package dev.sspr.internal.verification;

import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one run of the explorer lets happen: small enough that the space closes; together the runs cover every action.
 *
 * @param name for the report
 * @param policy how many proofs, and which kind may come first
 * @param limits 2 guesses per challenge, 3 per account and day
 * @param owned what of the victim's the attacker reads: {@code mail}, {@code phone}
 * @param bounds how much of everything
 * @param can what else may happen
 */
record ExploreConfig(String name, ResetPolicy policy, Limits limits, Set<String> owned, Bounds bounds, Set<Can> can) {
    /** One step of the clock: more than the send gap and the write lease, a third of a flow's life. */
    static final Duration TICK = Duration.ofSeconds(100);

    /** A mail is repeated at the first tick, renewed at the second; a text is renewed at the first. */
    static final CodePolicy CODES = new CodePolicy(10, 8, Duration.ofSeconds(250), Duration.ofSeconds(180));

    /** What may happen beside starting, choosing, answering and completing. */
    enum Can {
        /** What it is all for is an unlock, and the accounts are locked. */
        UNLOCK,
        /** The attacker uses an account of its own. */
        OWN_ACCOUNT,
        /** The victim resets its own password, honestly, at the same time. */
        VICTIM,
        /** A code of the victim's own flow becomes known to the attacker. */
        LEAK_CODE,
        /** The same with a link. */
        LEAK_LINK,
        /** Links are pressed in another browser. */
        MOVE,
        /** "This was not me". */
        REPORT,
        CANCEL,
        /** A node dies at any call of an adapter. */
        CRASH,
        /** An adapter fails, before or after it did its work. */
        FAIL,
        /** The revoker of sessions fails. */
        REVOKE_FAILS,
        /** Another call happens in the middle of one. */
        OVERLAP,
        /** Two other calls do. */
        OVERLAP_TWICE,
        DISABLE,
        DELETE,
        MAIL_CHANGE,
        PASSWORD,
        PRIVILEGE,
        SWEEP,
        /** The user completes with one password or with another. */
        SECOND_PASSWORD,
        /** The user store keeps write ids. */
        WRITE_IDS,
        /** The user store can tell whether a password is the account's. */
        VERIFIES
    }

    /**
     * How much of everything there is.
     *
     * @param flows how many flows in all
     * @param sends how often a challenge is asked for in one flow
     * @param ticks how many steps the clock makes; the third ends the first flow
     * @param hostEvents how often the host changes something
     * @param faults how many calls crash or fail
     */
    record Bounds(int flows, int sends, int ticks, int hostEvents, int faults) {}

    static ExploreConfig of(String name, int proofs) {
        return new ExploreConfig(
                name, policy(proofs, Use.ALONE), limits(2, 3, 20), Set.of(), new Bounds(2, 2, 3, 0, 0), Set.of());
    }

    private static ResetPolicy policy(int proofs, Use phone) {
        List<MethodRule> methods =
                List.of(new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE), new MethodRule(MethodKind.SMS_CODE, phone));
        return ResetPolicy.standard().proofs(proofs).methods(methods).flowLife(Duration.ofMinutes(5));
    }

    private static Limits limits(int guesses, int guessesPerDay, int mailsPerHour) {
        return wide().guessesPerMethod(guesses).guessesPerDay(guessesPerDay).mailsPerHour(mailsPerHour);
    }

    /** Limits that no run reaches. */
    private static Limits wide() {
        return Limits.standard()
                .guessesPerTenantPerDay(1_000_000)
                .startsPerName(20)
                .startsPerSource(1000)
                .sendGap(Duration.ofSeconds(30))
                .mailsPerDay(50)
                .textsPerHour(10)
                .textsPerDay(10);
    }

    /** Only a mail may come first. */
    ExploreConfig mailFirst() {
        ResetPolicy mailFirst = policy(policy.proofs(), Use.WITH_ANOTHER);
        return new ExploreConfig(name, mailFirst, limits, owned, bounds, can);
    }

    ExploreConfig owning(String... what) {
        return new ExploreConfig(name, policy, limits, Set.of(what), bounds, can);
    }

    ExploreConfig bounds(int flows, int sends, int ticks) {
        return with(new Bounds(flows, sends, ticks, bounds.hostEvents, bounds.faults));
    }

    ExploreConfig events(int host, int faults) {
        return with(new Bounds(bounds.flows, bounds.sends, bounds.ticks, host, faults));
    }

    private ExploreConfig with(Bounds others) {
        return new ExploreConfig(name, policy, limits, owned, others, can);
    }

    /** The engine's own cap of messages is met before the explorer's. */
    ExploreConfig fewMails() {
        return new ExploreConfig(name, policy, limits(2, 3, 1), owned, bounds, can);
    }

    /** More guesses in a flow than in a day, so that two flows are enough to see a budget come back. */
    ExploreConfig shortDay() {
        return new ExploreConfig(name, policy, limits(3, 2, 20), owned, bounds, can);
    }

    ExploreConfig with(Can first, Can... more) {
        return new ExploreConfig(name, policy, limits, owned, bounds, EnumSet.of(first, more));
    }

    Purpose purpose() {
        return can(Can.UNLOCK) ? Purpose.UNLOCK : Purpose.RESET;
    }

    boolean can(Can what) {
        return can.contains(what);
    }

    @Override
    public String toString() {
        return name;
    }
}
