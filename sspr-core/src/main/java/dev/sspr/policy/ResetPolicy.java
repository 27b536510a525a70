package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The proofs that a reset requires.
 *
 * @param proofs proofs that an ordinary account needs, 1 or 2; default 1
 * @param privilegedProofs proofs that a privileged account needs, always 2 (ADM-02, R-FLOW-3)
 * @param methods kinds of method that a reset may use, the preferred one first. Before the first proof every account is
 *     offered the same kinds, so the offer does not show what an account has (R-ENUM-3)
 * @param flowLife maximum time from the start to the end of a reset, 5 to 60 minutes; default 15 minutes (RST-13)
 * @param secondFactor whether an account with an enrolled second factor must prove it too; default
 *     {@link SecondFactor#DEMANDED}
 * @param passkeyHolders methods that reset an account with a passkey; default {@link PasskeyHolders#PASSKEY_ONLY} (R-WA-9)
 * @param hold the time after a reset in which the methods of the account are protected; default 24 hours (R-HOLD-1)
 */
public record ResetPolicy(
        int proofs,
        int privilegedProofs,
        List<MethodRule> methods,
        Duration flowLife,
        SecondFactor secondFactor,
        PasskeyHolders passkeyHolders,
        HoldPolicy hold) {
    /** Whether an account with an enrolled second factor must prove it too. */
    public enum SecondFactor {
        /**
         * A reset requires one of the enrolled second factors, beside its other proofs. A kind is demanded from when its first
         * method counts until its owner or the help desk removes the last one; a disabled method, or one in quarantine, is
         * still demanded. The builder refuses a second factor that users may hold and that {@code reset.methods} does not list.
         */
        DEMANDED,
        /** Any proofs suffice. A reset then bypasses the second factor, and the policy report says so. */
        OPTIONAL
    }

    /** Methods that reset an account with a passkey (R-WA-9). */
    public enum PasskeyHolders {
        /**
         * The passkey, alone or beside another proof, and nothing weaker, also while it is disabled. After its loss the user
         * asks the help desk.
         */
        PASSKEY_ONLY,
        /** Any of the methods. */
        ANY_METHOD
    }

    /** The use of a kind of method in a reset. */
    public enum Use {
        /**
         * It may be the only proof, if its codes are long enough: a year of guessing at the limits must stay below a chance of
         * one in a million for the whole tenant. A text or a call needs {@link #ALONE_RISK_ACKNOWLEDGED} instead.
         */
        ALONE,
        /** It counts beside another proof only. */
        WITH_ANOTHER,
        /**
         * It is enough for every number of proofs, because it proves two factors by itself and resists phishing. A code in a
         * message, of an app, of a token or from a list does neither, so a policy refuses it for those kinds (R-NOT-11).
         */
        SUFFICES,
        /**
         * It may be the only proof although its codes are too short for {@link #ALONE}, or although it is a text or a call,
         * which others can redirect (R-NOT-12): the host accepts that risk.
         */
        ALONE_RISK_ACKNOWLEDGED
    }

    /**
     * The use of one kind of method.
     *
     * @param kind the kind
     * @param use what it proves
     */
    public record MethodRule(MethodKind kind, Use use) {}

    /** The kinds whose codes prove one factor and can be passed on. */
    private static final Set<MethodKind> ONE_FACTOR = Set.of(
            MethodKind.EMAIL_CODE,
            MethodKind.SMS_CODE,
            MethodKind.VOICE_CODE,
            MethodKind.OFFICE_CODE,
            MethodKind.APP_CODE,
            MethodKind.OATH_TOKEN,
            MethodKind.RECOVERY_CODE);

    /** Copies the list and checks every setting; a message names the one that is out of bounds. */
    public ResetPolicy {
        Bounds.within("reset.proofs", proofs, 1, 2);
        Bounds.within("reset.privilegedProofs", privilegedProofs, 2, 2);
        Bounds.within("reset.flowLife", flowLife, Duration.ofMinutes(5), Duration.ofMinutes(60));
        Objects.requireNonNull(secondFactor, "reset.secondFactor");
        Objects.requireNonNull(passkeyHolders, "reset.passkeyHolders");
        Objects.requireNonNull(hold, "reset.hold");
        methods = List.copyOf(methods);
        Set<MethodKind> kinds = new HashSet<>();
        for (MethodRule rule : methods) {
            if (!kinds.add(rule.kind())) {
                throw new IllegalArgumentException(
                        "reset.methods names " + rule.kind().value() + " twice");
            }
            if (rule.kind().equals(MethodKind.QUESTIONS) && rule.use() != Use.WITH_ANOTHER) {
                throw new IllegalArgumentException("reset.methods: questions count beside another proof only (R-SQ-1)");
            }
            if (rule.use() == Use.SUFFICES && ONE_FACTOR.contains(rule.kind())) {
                throw new IllegalArgumentException("reset.methods: "
                        + rule.kind().value() + " proves one factor, so it cannot suffice (R-NOT-11)");
            }
        }
        if (methods.stream().noneMatch(rule -> rule.use() != Use.WITH_ANOTHER)) {
            throw new IllegalArgumentException("reset.methods must hold a kind that may come first");
        }
    }

    /**
     * The {@code standard} preset: an e-mail or a passkey, and an enrolled second factor beside the e-mail.
     *
     * @return its values
     */
    public static ResetPolicy standard() {
        return new ResetPolicy(
                1,
                2,
                List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                        new MethodRule(MethodKind.PASSKEY, Use.SUFFICES),
                        new MethodRule(MethodKind.APP_CODE, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.OATH_TOKEN, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.PUSH, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.SMS_CODE, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.VOICE_CODE, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.OFFICE_CODE, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.RECOVERY_CODE, Use.WITH_ANOTHER)),
                Duration.ofMinutes(15),
                SecondFactor.DEMANDED,
                PasskeyHolders.PASSKEY_ONLY,
                HoldPolicy.standard());
    }

    /**
     * The {@code nist} preset: two proofs by different methods for every account (NIST SP 800-63B-4 section 4.2).
     *
     * @return its values
     */
    public static ResetPolicy nist() {
        return standard().proofs(2);
    }

    /**
     * The {@code entra} preset: one proof by almost any method, also if more are enrolled, and no hold afterwards. Its short
     * codes need {@link Use#ALONE_RISK_ACKNOWLEDGED}.
     *
     * @return its values
     */
    public static ResetPolicy entra() {
        return standard()
                .methods(List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.VOICE_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.OFFICE_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.APP_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.OATH_TOKEN, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.PUSH, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.QUESTIONS, Use.WITH_ANOTHER)))
                .secondFactor(SecondFactor.OPTIONAL)
                .passkeyHolders(PasskeyHolders.ANY_METHOD)
                .noHoldAfterReset();
    }

    /** {@return the kinds that may be the first proof, in order} */
    public List<MethodKind> first() {
        return methods.stream()
                .filter(rule -> rule.use() != Use.WITH_ANOTHER)
                .map(MethodRule::kind)
                .toList();
    }

    /**
     * Returns the use of a kind.
     *
     * @param kind any kind
     * @return {@link Use#WITH_ANOTHER} for a kind that is not listed, which is never offered
     */
    public Use use(MethodKind kind) {
        return methods.stream()
                .filter(rule -> rule.kind().equals(kind))
                .map(MethodRule::use)
                .findFirst()
                .orElse(Use.WITH_ANOTHER);
    }

    /** {@return all kinds, in order} */
    public List<MethodKind> kinds() {
        return methods.stream().map(MethodRule::kind).toList();
    }

    /** {@return a copy with another number of proofs for an ordinary account, 1 or 2} */
    public ResetPolicy proofs(int proofs) {
        return new ResetPolicy(proofs, privilegedProofs, methods, flowLife, secondFactor, passkeyHolders, hold);
    }

    /** {@return a copy with another number of proofs for a privileged account, only 2} */
    public ResetPolicy privilegedProofs(int privilegedProofs) {
        return new ResetPolicy(proofs, privilegedProofs, methods, flowLife, secondFactor, passkeyHolders, hold);
    }

    /** {@return a copy with other methods, the preferred one first} */
    public ResetPolicy methods(List<MethodRule> methods) {
        return new ResetPolicy(proofs, privilegedProofs, methods, flowLife, secondFactor, passkeyHolders, hold);
    }

    /** {@return a copy with another maximum time of a reset, 5 to 60 minutes} */
    public ResetPolicy flowLife(Duration flowLife) {
        return new ResetPolicy(proofs, privilegedProofs, methods, flowLife, secondFactor, passkeyHolders, hold);
    }

    /** {@return a copy with another rule for an enrolled second factor} */
    public ResetPolicy secondFactor(SecondFactor secondFactor) {
        return new ResetPolicy(proofs, privilegedProofs, methods, flowLife, secondFactor, passkeyHolders, hold);
    }

    /** {@return a copy with another rule for an account with a passkey} */
    public ResetPolicy passkeyHolders(PasskeyHolders passkeyHolders) {
        return new ResetPolicy(proofs, privilegedProofs, methods, flowLife, secondFactor, passkeyHolders, hold);
    }

    /** {@return a copy with another hold} */
    public ResetPolicy hold(HoldPolicy hold) {
        return new ResetPolicy(proofs, privilegedProofs, methods, flowLife, secondFactor, passkeyHolders, hold);
    }

    /** {@return a copy in which {@link #hold()} is changed} */
    public ResetPolicy hold(UnaryOperator<HoldPolicy> update) {
        return hold(update.apply(hold));
    }

    /**
     * Returns a copy without a hold: whoever resets a password can remove every method at once, and use new methods for the
     * next reset as soon as their quarantine is over. {@code Sspr.report} names it.
     *
     * @return the copy
     */
    public ResetPolicy noHoldAfterReset() {
        return hold(HoldPolicy.none());
    }
}
