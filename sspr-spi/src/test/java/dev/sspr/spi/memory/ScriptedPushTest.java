package dev.sspr.spi.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.MfaVerifierContract;
import dev.sspr.spi.kit.Samples;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public class ScriptedPushTest extends MfaVerifierContract {
    protected final ScriptedPush verifier = new ScriptedPush();

    @Override
    protected MfaVerifier verifier() {
        return verifier;
    }

    @Override
    protected Account holder() {
        Account account = samples.account();
        String id = samples.digest().hex().substring(0, 16);
        verifier.enrol(
                account.id(), new AuthMethod(MethodKind.PUSH, id, "device:" + id, "Anna's phone", Optional.empty()));
        return account;
    }

    @Override
    protected Account stranger() {
        return samples.account();
    }

    @Override
    protected boolean asksDevice() {
        return true;
    }

    @Override
    protected Response answer(
            Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun, Instant now) {
        verifier.type(challenge, number(begun));
        return new Response.Poll();
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(verifier.faults(), on);
    }

    private static String number(MfaVerifier.PreparedChallenge begun) {
        return ((Prompt.MatchNumber) begun.prompt().orElseThrow()).number();
    }

    private Challenge challenge(Account account, AuthMethod method) {
        return new Challenge(
                samples.digest(),
                new FlowId(samples.digest()),
                Purpose.RESET,
                account.id(),
                account.generation(),
                method.kind(),
                method.id(),
                Samples.NOW,
                Samples.at(60_000));
    }

    private MfaVerifier.Result poll(Challenge challenge) {
        return verifier.check(challenge, VerifierState.EMPTY, new Response.Poll(), Samples.NOW);
    }

    @Test
    void v2_devicePlayedByName_answersTheLatestChallengeOnce() {
        Account anna = holder();
        AuthMethod method = verifier.methods(anna).get(0);
        Challenge first = challenge(anna, method);
        Challenge second = challenge(anna, method);
        MfaVerifier.PreparedChallenge unused = verifier.begin(first, method);
        MfaVerifier.PreparedChallenge begun = verifier.begin(second, method);

        verifier.type(anna.id(), number(begun));
        verifier.deny(anna.id());

        assertThat(poll(first)).isEqualTo(MfaVerifier.Result.PENDING);
        assertThat(poll(second)).isEqualTo(MfaVerifier.Result.PASSED);
    }

    @Test
    void v2_denied_isWrongWhateverIsTypedLater() {
        Account anna = holder();
        AuthMethod method = verifier.methods(anna).get(0);
        Challenge challenge = challenge(anna, method);
        MfaVerifier.PreparedChallenge begun = verifier.begin(challenge, method);

        verifier.deny(anna.id());
        verifier.type(anna.id(), number(begun));

        assertThat(poll(challenge)).isEqualTo(MfaVerifier.Result.WRONG);
    }

    @Test
    void v1_deviceGoneAfterItsAnswer_isUnusable() {
        Account anna = holder();
        AuthMethod method = verifier.methods(anna).get(0);
        Challenge challenge = challenge(anna, method);
        verifier.type(challenge, number(verifier.begin(challenge, method)));

        verifier.enrol(anna.id());

        assertThat(poll(challenge)).isEqualTo(MfaVerifier.Result.UNUSABLE);
    }

    @Test
    void v7_deviceOfNobody_showsNothing() {
        Account stranger = stranger();
        AuthMethod decoy = verifier.decoy(samples.digest());
        MfaVerifier.PreparedChallenge begun = verifier.begin(challenge(stranger, decoy), decoy);

        assertThatIllegalStateException().isThrownBy(() -> verifier.type(stranger.id(), number(begun)));
    }
}
