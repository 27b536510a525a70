package dev.sspr.internal.verify;

import dev.sspr.flow.AccessPassPolicy;
import dev.sspr.flow.AccessPassPolicy.Use;
import dev.sspr.internal.bounds.Bounds;
import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.secret.Mint;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.EnrolmentOffer;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Passes that the help desk hands out, to register methods with (TAP-01..07). Nobody enrols one: {@link #issue} makes it,
 * and what it made replaces the one that the account had.
 */
public final class AccessPasses extends KeptCredentials {
    private static final int VERSION = 1;

    private final AccessPassPolicy policy;
    private final SlowHash hash;
    private final Mint mint;

    /** Passes as a policy says. */
    public AccessPasses(AccessPassPolicy policy, SlowHash hash, Mint mint) {
        super(MethodKind.ACCESS_PASS);
        this.policy = policy;
        this.hash = hash;
        this.mint = mint;
    }

    /**
     * A pass.
     *
     * @param credential what to keep, instead of any other pass of the account
     * @param pass what the person types, to show once
     */
    public record Issued(Credential credential, Secret pass) {}

    /**
     * Makes a pass.
     *
     * @param from when it begins to work, perhaps later
     * @param life how long it works, within the policy
     * @param use how often it works
     * @throws IllegalArgumentException if the life is out of bounds
     */
    public Issued issue(Instant from, Duration life, Use use) {
        Bounds.within("the life of an access pass", life, AccessPassPolicy.SHORTEST, policy.longest());
        char[] code = CodeFormat.unambiguous(policy.characters()).code(block -> mint.bytes(32));
        Secret plain = Secret.of(code);
        Kept kept = new Kept(from, from.plus(life), use, code.length, hash.of(plain));
        plain.wipe();
        return new Issued(kept.credential(mint.digest().hex()), CodeGroups.of("", code));
    }

    @Override
    public EnrolmentOffer offer(Enrolment enrolment) {
        return new EnrolmentOffer(EnrolmentMemo.end(EnrolmentMemo.begin(enrolment)), Optional.empty());
    }

    @Override
    Enrolled confirmed(Enrolment enrolment, Memo memo, Response response, Instant now) {
        return unfit("access-pass.not-enrolled");
    }

    @Override
    Verified compared(Challenge challenge, Memo memo, List<Credential> held, Response response, Instant now) {
        if (held.isEmpty()) {
            new Kept(now, now, Use.ONCE, policy.characters(), "").matches(response, hash);
        }
        Verified found = WRONG;
        for (Credential one : held) {
            Kept kept = CredentialBytes.read(one, VERSION, Kept::read);
            boolean right = kept.matches(response, hash);
            if (right && kept.works(now) && found == WRONG) {
                found = new Verified.Passed(one.id(), kept.next(one.id()));
            }
        }
        return found;
    }

    /** A pass as it is kept; one that was used has no hash. */
    private record Kept(Instant from, Instant until, Use use, int characters, String hash) {
        static Kept read(BodyReader reader) {
            return new Kept(
                    reader.instant(),
                    reader.instant(),
                    reader.octet() == 1 ? Use.UNTIL_EXPIRY : Use.ONCE,
                    reader.octet(),
                    reader.text());
        }

        Credential credential(String id) {
            return CredentialBytes.write(
                    id,
                    VERSION,
                    writer -> writer.instant(from)
                            .instant(until)
                            .octet(use == Use.UNTIL_EXPIRY ? 1 : 0)
                            .octet(characters)
                            .text(hash));
        }

        Optional<Credential> next(String id) {
            return use == Use.UNTIL_EXPIRY
                    ? Optional.empty()
                    : Optional.of(new Kept(from, until, use, characters, "").credential(id));
        }

        boolean works(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }

        /** One hash computation, whatever was typed. */
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
