package dev.sspr.bench;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A prompt on a device, which nobody answers. */
final class NumberMatch implements MfaVerifier {
    @Override
    public MethodKind kind() {
        return MethodKind.PUSH;
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        return List.of(new AuthMethod(kind(), "phone-1", "phone:" + account.id().value(), "phone", Optional.empty()));
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        return new AuthMethod(kind(), "decoy-1", "phone:" + seed.hex(), "phone", Optional.empty());
    }

    @Override
    public PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        return new PreparedChallenge(VerifierState.EMPTY, Optional.empty(), Optional.of(new Prompt.MatchNumber("42")));
    }

    @Override
    public Result check(Challenge challenge, VerifierState state, Response response, Instant now) {
        return Result.WRONG;
    }
}
