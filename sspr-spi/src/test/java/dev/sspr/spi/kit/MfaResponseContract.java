package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fixture and the clauses V4 to V6 of {@link MfaVerifier}. Extend {@link MfaVerifierContract}, which has all of
 * them.
 */
public abstract class MfaResponseContract extends Contract {
    /** Only the kit's own class extends this one. */
    MfaResponseContract() {}

    /**
     * The verifier.
     *
     * @return the same within a test
     */
    protected abstract MfaVerifier verifier();

    /**
     * Makes an account that holds at least one method of this kind.
     *
     * @return another one each time
     */
    protected abstract Account holder();

    /**
     * Makes an account that holds no method of this kind.
     *
     * @return another one each time
     */
    protected abstract Account stranger();

    /**
     * Answers as the user would, with the device or the message. For a kind that asks a device: types the number of
     * {@code begun}, which may be a wrong one, on that device, and returns a {@link Response.Poll}.
     *
     * @param challenge the challenge
     * @param method the method; for a decoy, which has no device, any
     * @param begun the result of begin
     * @param now the time at which the user answers
     * @return the right response
     */
    protected abstract Response answer(
            Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun, Instant now);

    /**
     * Whether a response can be valid beyond its challenge (a time step, a counter), so that the verifier invalidates
     * it itself.
     *
     * @return false by default: they are bound to the challenge
     */
    protected boolean burnsReplays() {
        return false;
    }

    /**
     * Whether the user answers on a device, and the engine asks for that with {@link Response.Poll}.
     *
     * @return false by default: the user types the response
     */
    protected boolean asksDevice() {
        return false;
    }

    /**
     * Makes an account whose only method of this kind is not confirmed yet.
     *
     * @return empty if there is no such state
     */
    protected Optional<Account> unconfirmed() {
        return Optional.empty();
    }

    /**
     * Whether the verifier has a backend that can fail.
     *
     * @return true by default
     */
    protected boolean hasBackend() {
        return true;
    }

    /** A prepared challenge. */
    record Put(Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun) {}

    final Put put(Account account, AuthMethod method) {
        Challenge challenge = new Challenge(
                samples.digest(),
                new FlowId(samples.digest()),
                Purpose.RESET,
                account.id(),
                account.generation(),
                method.kind(),
                method.id(),
                Samples.NOW,
                Samples.at(600_000));
        return new Put(challenge, method, verifier().begin(challenge, method));
    }

    final Response right(Put put, Instant now) {
        return answer(put.challenge(), put.method(), put.begun(), now);
    }

    final MfaVerifier.Result check(Put put, Instant now) {
        return verifier().check(put.challenge(), put.begun().verifierState(), right(put, now), now);
    }

    /** The permitted answers to a response that proves nothing. */
    final List<MfaVerifier.Result> refusals() {
        return asksDevice()
                ? List.of(MfaVerifier.Result.WRONG, MfaVerifier.Result.PENDING)
                : List.of(MfaVerifier.Result.WRONG);
    }

    @Test
    @Tag("R-OTP-2")
    @Tag("R-TOK-4")
    @DisplayName("V4: a response to another challenge, flow, purpose, user, generation or method is WRONG")
    void v4_otherChallenge_isWrong() {
        Account anna = holder();
        AuthMethod method = verifier().methods(anna).get(0);
        Put put = put(anna, method);
        Response response = right(put, Samples.NOW);
        others(put.challenge(), holder()).forEach((part, other) -> {
            MfaVerifier.PreparedChallenge begun = verifier().begin(other, method);
            assertThat(verifier().check(other, begun.verifierState(), response, Samples.NOW))
                    .as("V4: with another %s and its own verifier state", part)
                    .isIn(refusals());
            assertThat(verifier().check(other, put.begun().verifierState(), response, Samples.NOW))
                    .as("V4: with another %s and the verifier state of the first", part)
                    .isIn(refusals());
        });
        assertThat(check(put, Samples.NOW)).as("V4: the challenge itself").isEqualTo(MfaVerifier.Result.PASSED);
    }

    @Test
    @Tag("R-OTP-2")
    @DisplayName("V4: two accounts cannot swap their responses")
    void v4_swappedAccounts_areWrong() {
        Account anna = holder();
        Account bert = holder();
        Put hers = put(anna, verifier().methods(anna).get(0));
        Put his = put(bert, verifier().methods(bert).get(0));
        assertThat(verifier()
                        .check(hers.challenge(), hers.begun().verifierState(), right(his, Samples.NOW), Samples.NOW))
                .as("V4: his response to her challenge")
                .isIn(refusals());
        Put next = put(bert, his.method());
        assertThat(verifier()
                        .check(next.challenge(), next.begun().verifierState(), right(hers, Samples.NOW), Samples.NOW))
                .as("V4: her response to his next challenge")
                .isIn(refusals());
    }

    private Map<String, Challenge> others(Challenge c, Account other) {
        String otherMethod = verifier().methods(other).get(0).id();
        Map<String, Challenge> others = new LinkedHashMap<>();
        others.put("user", with(c, c.flow(), c.purpose(), other, c.generation(), c.methodId()));
        others.put(
                "method",
                new Challenge(
                        c.id(),
                        c.flow(),
                        c.purpose(),
                        c.user(),
                        c.generation(),
                        c.kind(),
                        otherMethod,
                        c.issuedAt(),
                        c.expiresAt()));
        if (!burnsReplays()) {
            // what a clock or a counter shows is the same in every flow; V3 is what protects those
            Account same = new Account(
                    c.user(),
                    other.status(),
                    other.privilege(),
                    c.generation(),
                    other.locale(),
                    other.destinations(),
                    other.words());
            Purpose purpose = Purpose.UNLOCK;
            Generation generation = new Generation(c.generation().value() + "0");
            others.put("flow", with(c, new FlowId(samples.digest()), c.purpose(), same, c.generation(), c.methodId()));
            others.put("purpose", with(c, c.flow(), purpose, same, c.generation(), c.methodId()));
            others.put("generation", with(c, c.flow(), c.purpose(), same, generation, c.methodId()));
            others.put(
                    "challenge",
                    new Challenge(
                            samples.digest(),
                            c.flow(),
                            c.purpose(),
                            c.user(),
                            c.generation(),
                            c.kind(),
                            c.methodId(),
                            c.issuedAt(),
                            c.expiresAt()));
        }
        return others;
    }

    private static Challenge with(
            Challenge c, FlowId flow, Purpose purpose, Account user, Generation generation, String methodId) {
        return new Challenge(
                c.id(), flow, purpose, user.id(), generation, c.kind(), methodId, c.issuedAt(), c.expiresAt());
    }

    @Test
    @Tag("R-TOK-9")
    @DisplayName("V5: at expiresAt and later no response passes")
    void v5_expired_doesNotPass() {
        Account anna = holder();
        Put put = put(anna, verifier().methods(anna).get(0));
        for (long late : new long[] {0, 1, 1000, 86_400_000}) {
            Instant now = put.challenge().expiresAt().plusMillis(late);
            assertThat(check(put, now))
                    .as("V5: %d ms after expiresAt", late)
                    .isIn(MfaVerifier.Result.UNUSABLE, MfaVerifier.Result.WRONG);
        }
    }

    @Test
    @Tag("R-OTP-6")
    @Tag("V-TYPE-8")
    @DisplayName("V6: a malformed response is WRONG, never an exception")
    void v6_malformed_isWrong() {
        Account anna = holder();
        Put put = put(anna, verifier().methods(anna).get(0));
        for (String text : Hostile.codes()) {
            Secret secret = Secret.of(text);
            for (Response response : new Response[] {new Response.Typed(secret), new Response.Link(secret)}) {
                assertThat(verifier().check(put.challenge(), put.begun().verifierState(), response, Samples.NOW))
                        .as("V6: '%s' as %s", text, response.getClass().getSimpleName())
                        .isEqualTo(MfaVerifier.Result.WRONG);
            }
        }
    }

    @Test
    @Tag("R-OTP-6")
    @DisplayName(
            "V6: the right response with something before, after or missing is WRONG, as its digits in another script")
    void v6_almostRight_isWrong() {
        needs(!asksDevice(), "V6", "response that could be changed: the device is asked");
        Account anna = holder();
        Put put = put(anna, verifier().methods(anna).get(0));
        String right = right(put, Samples.NOW).secret().exposeTo(String::new);
        StringBuilder fullWidth = new StringBuilder();
        right.chars().forEach(c -> fullWidth.append((char) (c >= '0' && c <= '9' ? c - '0' + '\uff10' : c + 0xFEE0)));
        for (String text : new String[] {
            right + "0",
            "0" + right,
            right.substring(1),
            right.substring(0, right.length() - 1),
            right + "\0",
            right + right,
            fullWidth.toString(),
            new StringBuilder(right + "1").reverse().toString()
        }) {
            Response response = new Response.Typed(Secret.of(text));
            assertThat(verifier().check(put.challenge(), put.begun().verifierState(), response, Samples.NOW))
                    .as("V6: the right response, changed")
                    .isEqualTo(MfaVerifier.Result.WRONG);
        }
    }
}
