package dev.sspr.internal.engine;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;

/** Guards a verifier that stores its own enrolments. */
record GuardedMfaVerifier(MfaVerifier verifier) implements MfaVerifier {
    private static final String ROLE = "mfa-verifier";

    @Override
    public MethodKind kind() {
        return RoleGuard.ask(ROLE, () -> verifier.kind());
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        return RoleGuard.ask(ROLE, () -> List.copyOf(verifier.methods(account)));
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        return RoleGuard.ask(ROLE, () -> verifier.decoy(seed));
    }

    @Override
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        return RoleGuard.ask(ROLE, () -> verifier.begin(challenge, method));
    }

    @Override
    public MfaVerifier.Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now) {
        return RoleGuard.ask(ROLE, () -> verifier.check(challenge, verifierState, response, now));
    }
}
