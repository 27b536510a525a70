package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.policy.MethodPolicy.RecoveryCodeRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Recovery codes that a user wrote down, each valid once (R-OTP-7, NIST SP 800-63B-4 section 4.2.1.1). Typing one
 * confirms that they were written down, and uses it up. A new enrolment replaces a whole set.
 */
public final class RecoveryCodes extends AbstractCredentialVerifier implements SingleUse {
    private static final int SEED_BYTES = 32;

    private final RecoveryCodeRules policy;
    private final SlowHash hash;
    private final RandomSource random;

    public RecoveryCodes(RecoveryCodeRules policy, SlowHash hash, RandomSource random) {
        super(MethodKind.RECOVERY_CODE);
        this.policy = policy;
        this.hash = hash;
        this.random = random;
    }

    /** A set with a new code in the place of a used one (R-OTP-8), and the code to show once. */
    public record Renewed(Credential next, Secret code) {}

    /**
     * Issues a new code for the first used one; empty if none was used. The flow that used a code shows the new one at
     * its end.
     */
    public Optional<Renewed> renewed(Credential held) {
        RecoverySet set = RecoverySet.of(held);
        return set.firstUsed().map(slot -> {
            char[] code = CodeFormat.unambiguous(set.characters()).code(block -> random.bytes(SEED_BYTES));
            Secret plain = Secret.of(code);
            Credential next = set.with(slot, hash.of(plain)).credential(held.id());
            plain.wipe();
            return new Renewed(next, GroupedCode.of(before(slot), code));
        });
    }

    /** Returns how many codes of a set are left. */
    public static int left(Credential held) {
        return RecoverySet.of(held).left();
    }

    @Override
    public Optional<SingleUse.Used> used(Credential before, Credential after) {
        return RecoverySet.of(before)
                .firstAlsoUsedIn(RecoverySet.of(after))
                .map(hash -> new SingleUse.Used(hash, SingleUse.YEAR));
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        byte[] seed = random.bytes(SEED_BYTES);
        List<Secret> codes = IntStream.range(0, policy.count())
                .mapToObj(slot -> GroupedCode.of(before(slot), code(seed, slot, policy.characters())))
                .toList();
        VerifierState verifierState = EnrolmentState.end(EnrolmentState.begin(enrolment)
                .octet(policy.count())
                .octet(policy.characters())
                .bytes(seed));
        Arrays.fill(seed, (byte) 0);
        return new CredentialVerifier.EnrolmentOffer(verifierState, Optional.of(new Prompt.Codes(codes)));
    }

    private static String before(int slot) {
        return CodeFormat.unambiguous(1).alphabet().charAt(slot) + "-";
    }

    /**
     * Derives a code from the seed of the enrolment, because the enrolment state is too small for the codes.
     */
    private static char[] code(byte[] seed, int slot, int characters) {
        return CodeFormat.unambiguous(characters)
                .code(block -> Sha256.of(seed, new byte[] {(byte) slot, (byte) block}));
    }

    @Override
    CredentialVerifier.EnrolmentResult confirmed(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        return EnrolmentState.read(verifierState, enrolment, reader -> made(enrolment, reader, response))
                .orElse(new CredentialVerifier.EnrolmentResult.Wrong());
    }

    private CredentialVerifier.EnrolmentResult made(Enrolment enrolment, BodyReader reader, Response response) {
        int count = reader.octet();
        int characters = reader.octet();
        byte[] seed = reader.bytes();
        RecoverySet.Typed typed = RecoverySet.Typed.of(response, characters);
        int confirming = -1;
        List<Secret> codes = new ArrayList<>(count);
        for (int slot = 0; slot < count; slot++) {
            char[] code = code(seed, slot, characters);
            codes.add(Secret.of(code));
            Arrays.fill(code, '\0');
            boolean same = codes.get(slot).equals(typed.code());
            confirming = same && slot == typed.slot() ? slot : confirming;
        }
        Arrays.fill(seed, (byte) 0);
        try {
            if (confirming < 0) {
                return new CredentialVerifier.EnrolmentResult.Wrong();
            }
            int burnt = confirming;
            List<String> hashes = IntStream.range(0, count)
                    .mapToObj(slot -> slot == burnt ? "" : hash.of(codes.get(slot)))
                    .toList();
            Credential credential = new RecoverySet(characters, hashes)
                    .credential(enrolment.id().hex());
            return new CredentialVerifier.EnrolmentResult.Enrolled(credential, "Recovery codes", Optional.empty());
        } finally {
            codes.forEach(Secret::wipe);
            typed.code().wipe();
        }
    }

    @Override
    CredentialVerifier.Verification compared(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        if (held.isEmpty()) {
            new RecoverySet(policy.characters(), List.of()).slot(response, hash);
        }
        CredentialVerifier.Verification found = WRONG;
        for (Credential one : held) {
            RecoverySet set = RecoverySet.of(one);
            Optional<Integer> slot = set.slot(response, hash);
            if (slot.isPresent() && found == WRONG) {
                found = new CredentialVerifier.Verification.Passed(
                        one.id(), Optional.of(set.without(slot.get()).credential(one.id())));
            }
        }
        return found;
    }
}
