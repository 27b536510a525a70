package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which proofs open the way to a new password.
 *
 * @param proofs how many an ordinary account needs, 1 or 2; default 1
 * @param privilegedProofs how many a privileged account needs, always 2 (ADM-02, R-FLOW-3)
 * @param methods the kinds there may be, the preferred one first; before the first proof everybody is offered the same of
 *     them (R-ENUM-3)
 * @param flowLife how long a reset may take from start to end, 5 to 60 minutes; default 15 (RST-13)
 * @param secondFactor whether an account that has enrolled a second factor must prove it too
 * @param passkeyHolders what an account with a passkey may be reset with
 */
public record ResetPolicy(
        int proofs,
        int privilegedProofs,
        List<MethodRule> methods,
        Duration flowLife,
        SecondFactor secondFactor,
        PasskeyHolders passkeyHolders) {
    /**
     * Copies the list and checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public ResetPolicy {
        Bounds.within("reset.proofs", proofs, 1, 2);
        Bounds.within("reset.privilegedProofs", privilegedProofs, 2, 2);
        Bounds.within("reset.flowLife", flowLife, Duration.ofMinutes(5), Duration.ofMinutes(60));
        Objects.requireNonNull(secondFactor, "reset.secondFactor");
        Objects.requireNonNull(passkeyHolders, "reset.passkeyHolders");
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
        }
        if (methods.stream().noneMatch(rule -> rule.use() != Use.WITH_ANOTHER)) {
            throw new IllegalArgumentException("reset.methods must hold a kind that may come first");
        }
    }

    /**
     * A policy that demands an enrolled second factor, and of passkey holders their passkey.
     *
     * @param proofs how many proofs an ordinary account needs, 1 or 2
     * @param privilegedProofs how many proofs a privileged account needs, always 2
     * @param methods the allowed methods, the preferred one first
     * @param flowLife the time limit of a reset, 5 to 60 minutes
     */
    public ResetPolicy(int proofs, int privilegedProofs, List<MethodRule> methods, Duration flowLife) {
        this(proofs, privilegedProofs, methods, flowLife, SecondFactor.DEMANDED, PasskeyHolders.PASSKEY_ONLY);
    }

    /**
     * The numbers of the {@code standard} preset: e-mail or a passkey first, whatever else is registered beside it.
     *
     * @return the defaults
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
                Duration.ofMinutes(15));
    }

    /**
     * What NIST SP 800-63B-4 section 4.2 asks for: two proofs by different methods, of everybody.
     *
     * @return the numbers of the {@code nist} preset
     */
    public static ResetPolicy nist() {
        return new ResetPolicy(2, 2, standard().methods, Duration.ofMinutes(15));
    }

    /**
     * What Entra does: one proof by almost any method, whatever else is enrolled, with its short codes; the preset says so by
     * name (ALONE_RISK_ACKNOWLEDGED).
     *
     * @return the numbers of the {@code entra} preset
     */
    public static ResetPolicy entra() {
        return new ResetPolicy(
                1,
                2,
                List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.VOICE_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.OFFICE_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.APP_CODE, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.OATH_TOKEN, Use.ALONE_RISK_ACKNOWLEDGED),
                        new MethodRule(MethodKind.PUSH, Use.WITH_ANOTHER),
                        new MethodRule(MethodKind.QUESTIONS, Use.WITH_ANOTHER)),
                Duration.ofMinutes(15),
                SecondFactor.OPTIONAL,
                PasskeyHolders.ANY_METHOD);
    }

    /** Whether an account that has enrolled a second factor must prove it too. */
    public enum SecondFactor {
        /** A reset takes one of the second factors that the account has enrolled, beside whatever else it takes. */
        DEMANDED,
        /** Any proofs do: a reset is then a way around the second factor, and the policy report says so. */
        OPTIONAL
    }

    /** What an account with a passkey may be reset with (R-WA-9). */
    public enum PasskeyHolders {
        /** Their passkey, alone or beside another proof: nothing weaker. Who has lost it asks the help desk. */
        PASSKEY_ONLY,
        /** Any of the methods. */
        ANY_METHOD
    }

    /** What a kind of method may be used for. */
    public enum Use {
        /** It may be the only proof, if its codes are long enough for the attacker bound (security section 6(c)). */
        ALONE,
        /** It counts beside another proof only. */
        WITH_ANOTHER,
        /**
         * It proves the person by two factors in itself, phishing-resistant: whatever the number of proofs, it is enough
         * (ruling 14).
         */
        SUFFICES,
        /**
         * It may be the only proof although its codes are too short for the attacker bound: whoever sets this takes the
         * risk that in a year somebody's account falls to guessing.
         */
        ALONE_RISK_ACKNOWLEDGED
    }

    /**
     * One kind and its use.
     *
     * @param kind the kind
     * @param use what it may be used for
     */
    public record MethodRule(MethodKind kind, Use use) {}

    /**
     * The kinds that may come first.
     *
     * @return in order
     */
    public List<MethodKind> first() {
        return methods.stream()
                .filter(rule -> rule.use() != Use.WITH_ANOTHER)
                .map(MethodRule::kind)
                .toList();
    }

    /**
     * What a kind may be used for; one that is not listed only beside another, and it is never offered.
     *
     * @param kind any kind
     * @return its use
     */
    public Use use(MethodKind kind) {
        return methods.stream()
                .filter(rule -> rule.kind().equals(kind))
                .map(MethodRule::use)
                .findFirst()
                .orElse(Use.WITH_ANOTHER);
    }

    /**
     * A copy with other methods.
     *
     * @param other the kinds there may be, the preferred one first
     * @return the copy
     */
    public ResetPolicy with(List<MethodRule> other) {
        return new ResetPolicy(proofs, privilegedProofs, other, flowLife, secondFactor, passkeyHolders);
    }

    /**
     * All kinds.
     *
     * @return in order
     */
    public List<MethodKind> kinds() {
        return methods.stream().map(MethodRule::kind).toList();
    }
}
