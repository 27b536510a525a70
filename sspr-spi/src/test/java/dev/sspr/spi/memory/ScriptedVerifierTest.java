package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.kit.MfaVerifierContract;
import java.time.Instant;
import java.util.Optional;

public class ScriptedVerifierTest extends MfaVerifierContract {
    @SuppressWarnings("this-escape") // the method asked is a constant
    protected final ScriptedVerifier verifier = new ScriptedVerifier(
            MethodKind.EMAIL_CODE,
            burnsReplays() ? ScriptedVerifier.Replays.BURNED : ScriptedVerifier.Replays.LEFT_TO_ENGINE);

    @Override
    protected MfaVerifier verifier() {
        return verifier;
    }

    @Override
    protected Account holder() {
        Account account = samples.account();
        Destination to = account.destinations().get(0);
        String id = samples.digest().hex().substring(0, 16);
        verifier.enrol(
                account.id(), new AuthMethod(MethodKind.EMAIL_CODE, id, to.endpoint(), to.masked(), Optional.of(to)));
        return account;
    }

    @Override
    protected Account stranger() {
        return samples.account();
    }

    @Override
    protected Response answer(
            Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun, Instant now) {
        return new Response.Typed(verifier.codeFor(challenge));
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(verifier.faults(), on);
    }
}
