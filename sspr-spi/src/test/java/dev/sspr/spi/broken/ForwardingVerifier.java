package dev.sspr.spi.broken;

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

class ForwardingVerifier implements MfaVerifier {
    private final MfaVerifier inner;

    ForwardingVerifier(MfaVerifier inner) {
        this.inner = inner;
    }

    @Override
    public MethodKind kind() {
        return inner.kind();
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        return inner.methods(account);
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        return inner.decoy(seed);
    }

    @Override
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        return inner.begin(challenge, method);
    }

    @Override
    public MfaVerifier.Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now) {
        return inner.check(challenge, verifierState, response, now);
    }
}
