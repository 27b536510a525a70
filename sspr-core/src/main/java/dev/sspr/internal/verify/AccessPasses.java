package dev.sspr.internal.verify;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.policy.MethodPolicy.AccessPassRules;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Temporary access passes of the help desk, with which a user registers methods (TAP-01..07). A user cannot enrol one:
 * {@link #issue} makes it, and it replaces the earlier pass of the account.
 */
public final class AccessPasses extends AbstractCredentialVerifier implements SingleUse {
    private static final int VERSION = 1;

    private final AccessPassRules policy;
    private final SlowHash hash;
    private final RandomSource random;

    public AccessPasses(AccessPassRules policy, SlowHash hash, RandomSource random) {
        super(MethodKind.ACCESS_PASS);
        this.policy = policy;
        this.hash = hash;
        this.random = random;
    }

    /** A new pass: the credential to store in place of an earlier one, and the text to show once. */
    public record Issued(Credential credential, Secret pass) {}

    /**
     * Makes a pass.
     *
     * @param from the start of its validity, perhaps in the future
     * @param life the length of its validity, within the policy
     * @param use how often it works
     * @throws IllegalArgumentException if the life is out of bounds
     */
    public Issued issue(Instant from, Duration life, AccessPassUse use) {
        Bounds.within("the life of an access pass", life, AccessPassRules.SHORTEST, policy.longest());
        char[] code = CodeFormat.unambiguous(policy.characters()).code(block -> random.bytes(32));
        Secret plain = Secret.of(code);
        StoredPass storedPass = new StoredPass(from, from.plus(life), use, code.length, hash.of(plain));
        plain.wipe();
        return new Issued(storedPass.credential(random.digest().hex()), GroupedCode.of("", code));
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        return new CredentialVerifier.EnrolmentOffer(
                EnrolmentState.end(EnrolmentState.begin(enrolment)), Optional.empty());
    }

    @Override
    CredentialVerifier.EnrolmentResult confirmed(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        return unfit("access-pass.not-enrolled");
    }

    @Override
    CredentialVerifier.Verification compared(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        if (held.isEmpty()) {
            new StoredPass(now, now, AccessPassUse.ONCE, policy.characters(), "").matches(response, hash);
        }
        CredentialVerifier.Verification found = WRONG;
        for (Credential one : held) {
            StoredPass storedPass = CredentialBytes.read(one, VERSION, StoredPass::read);
            boolean right = storedPass.matches(response, hash);
            if (right && storedPass.works(now) && found == WRONG) {
                found = new CredentialVerifier.Verification.Passed(one.id(), storedPass.next(one.id()));
            }
        }
        return found;
    }

    /** A pass for one use is used up as a whole. */
    @Override
    public Optional<SingleUse.Used> used(Credential before, Credential after) {
        return Optional.of(new SingleUse.Used("pass", SingleUse.YEAR));
    }

    /** A pass as it is stored. A used single-use pass has no hash. */
    private record StoredPass(Instant from, Instant until, AccessPassUse use, int characters, String hash) {
        static StoredPass read(BodyReader reader) {
            return new StoredPass(
                    reader.instant(),
                    reader.instant(),
                    reader.octet() == 1 ? AccessPassUse.UNTIL_EXPIRY : AccessPassUse.ONCE,
                    reader.octet(),
                    reader.text());
        }

        Credential credential(String id) {
            return CredentialBytes.write(
                    id,
                    VERSION,
                    writer -> writer.instant(from)
                            .instant(until)
                            .octet(use == AccessPassUse.UNTIL_EXPIRY ? 1 : 0)
                            .octet(characters)
                            .text(hash));
        }

        Optional<Credential> next(String id) {
            return use == AccessPassUse.UNTIL_EXPIRY
                    ? Optional.empty()
                    : Optional.of(new StoredPass(from, until, use, characters, "").credential(id));
        }

        boolean works(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }

        /** Makes one hash computation, for any text that was typed. */
        boolean matches(Response response, SlowHash slow) {
            CodeFormat format = CodeFormat.unambiguous(characters);
            char[] typed = response instanceof Response.Typed text
                    ? text.secret().exposeTo(format::normalised)
                    : new char[characters];
            for (int i = 0; i < typed.length; i++) {
                typed[i] = format.alphabet().indexOf(typed[i]) < 0 ? '-' : typed[i];
            }
            Secret code = Secret.of(typed);
            Arrays.fill(typed, '\0');
            try {
                if (hash.isEmpty()) {
                    slow.absent(code);
                    return false;
                }
                return slow.matches(code, hash);
            } finally {
                code.wipe();
            }
        }
    }
}
