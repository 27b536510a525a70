package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clauses of {@link MfaVerifier}; V4 to V6 are in {@link MfaResponseContract}, those for kinds that ask a device in
 * {@link MfaDeviceContract}.
 */
public abstract class MfaVerifierContract extends MfaDeviceContract {
    /** For vendors to extend. */
    protected MfaVerifierContract() {}

    @Test
    @DisplayName("V1: methods lists the account's methods, each with its own id and the verifier's kind")
    void v1_holder_hasMethods() {
        Account anna = holder();
        Account bert = holder();
        List<AuthMethod> methods = verifier().methods(anna);
        assertThat(methods).as("V1: methods of an account that holds some").isNotEmpty();
        assertThat(methods)
                .as("V1: their kind")
                .allMatch(method -> method.kind().equals(verifier().kind()));
        Set<String> ids = methods.stream().map(AuthMethod::id).collect(Collectors.toSet());
        assertThat(ids).as("V1: each has an id of its own").hasSameSizeAs(methods);
        assertThat(verifier().methods(anna)).as("V1: asked again").isEqualTo(methods);
        assertThat(verifier().methods(bert))
                .as("V1: methods of another account")
                .doesNotContainAnyElementsOf(methods);
    }

    @Test
    @DisplayName("V1: an account without methods has an empty list")
    void v1_stranger_hasNone() {
        assertThat(verifier().methods(stranger()))
                .as("V1: methods of an account without")
                .isEmpty();
    }

    @Test
    @DisplayName("V1: an unconfirmed method is not listed")
    void v1_unconfirmed_isNotListed() {
        Account anna = need(unconfirmed(), "V1", "account with an unconfirmed method");
        assertThat(verifier().methods(anna))
                .as("V1: methods of an account with an unconfirmed one")
                .isEmpty();
    }

    @Test
    @DisplayName("V2: the right response passes, until the last millisecond")
    void v2_rightResponse_passes() {
        Account anna = holder();
        for (AuthMethod method : verifier().methods(anna)) {
            Put first = put(anna, method);
            assertThat(check(first, Samples.NOW)).as("V2: at once").isEqualTo(MfaVerifier.Result.PASSED);
            Put second = put(anna, method);
            Instant last = second.challenge().expiresAt().minusMillis(1);
            assertThat(check(second, last))
                    .as("V2: a millisecond before the end")
                    .isEqualTo(MfaVerifier.Result.PASSED);
        }
    }

    @Test
    @DisplayName("V2: the link of a challenge passes")
    void v2_link_passes() {
        Account anna = holder();
        Put put = put(anna, verifier().methods(anna).get(0));
        Secret link =
                need(put.begun().code().flatMap(MfaVerifier.PreparedChallenge.CodeToSend::linkSecret), "V2", "link");
        String text = link.exposeTo(String::new);
        assertThat(text).as("V2: the form of a link's secret").matches("[A-Za-z0-9_-]{22,64}");
        Response response = new Response.Link(link);
        assertThat(verifier().check(put.challenge(), put.begun().verifierState(), response, Samples.NOW))
                .as("V2: the link")
                .isEqualTo(MfaVerifier.Result.PASSED);
    }

    @Test
    @Tag("R-TOTP-4")
    @Tag("V-REPLAY-1")
    @DisplayName("V3: of 64 parallel checks of a response valid beyond its challenge, one passes")
    void v3_parallelChecks_onePasses() {
        needs(burnsReplays(), "V3", "response that outlives its challenge; the engine accepts one proof per challenge");
        for (int round = 0; round < rounds(); round++) {
            Account anna = holder();
            Put put = put(anna, verifier().methods(anna).get(0));
            Response response = right(put, Samples.NOW);
            List<MfaVerifier.Result> answers = Race.run(
                    i -> verifier().check(put.challenge(), put.begun().verifierState(), response, Samples.NOW));
            assertThat(Collections.frequency(answers, MfaVerifier.Result.PASSED))
                    .as("V3: how many pass")
                    .isEqualTo(1);
            assertThat(check(put, Samples.NOW)).as("V3: once more").isNotEqualTo(MfaVerifier.Result.PASSED);
        }
    }

    @Test
    @Tag("R-TOTP-4")
    @DisplayName("V3: a response that passed does not pass for the next challenge")
    void v3_usedResponse_doesNotPassAgain() {
        Account anna = holder();
        AuthMethod method = verifier().methods(anna).get(0);
        Put first = put(anna, method);
        Response response = right(first, Samples.NOW);
        assertThat(verifier().check(first.challenge(), first.begun().verifierState(), response, Samples.NOW))
                .as("V3: the first time")
                .isEqualTo(MfaVerifier.Result.PASSED);
        Put second = put(anna, method);
        assertThat(verifier().check(second.challenge(), second.begun().verifierState(), response, Samples.NOW))
                .as("V3: the same response to the next challenge")
                .isIn(refusals());
    }

    @Test
    @Tag("R-ENUM-4")
    @DisplayName("V7: a decoy is always the same, has the ordinary shape, sends nothing and never passes")
    void v7_decoy_neverPasses() {
        Account anna = holder();
        AuthMethod real = verifier().methods(anna).get(0);
        Digest seed = samples.digest();
        AuthMethod decoy = verifier().decoy(seed);
        assertThat(verifier().decoy(seed)).as("V7: the same seed").isEqualTo(decoy);
        assertThat(verifier().decoy(samples.digest()).id())
                .as("V7: another seed")
                .isNotEqualTo(decoy.id());
        assertThat(decoy.kind()).as("V7: its kind").isEqualTo(verifier().kind());
        assertThat(decoy.id()).as("V7: the length of its id").hasSameSizeAs(real.id());
        Put put = put(stranger(), decoy);
        assertThat(put.begun().code()).as("V7: the code to send for a decoy").isEmpty();
        Put hers = put(anna, real);
        assertThat(put.begun().prompt().map(Object::getClass))
                .as("V7: the prompt of a decoy")
                .isEqualTo(hers.begun().prompt().map(Object::getClass));
        Response response = right(hers, Samples.NOW);
        for (VerifierState verifierState : List.of(put.begun().verifierState(), VerifierState.EMPTY)) {
            assertThat(verifier().check(put.challenge(), verifierState, response, Samples.NOW))
                    .as("V7: a real method's response to a decoy")
                    .isEqualTo(asksDevice() ? MfaVerifier.Result.PENDING : MfaVerifier.Result.WRONG);
        }
        Challenge guessed = put.challenge();
        for (int i = 0; i < 200; i++) {
            Response guess = new Response.Typed(Secret.of(String.format(Locale.ROOT, "%08d", i)));
            assertThat(verifier().check(guessed, put.begun().verifierState(), guess, Samples.NOW))
                    .as("V7: a guess at a decoy")
                    .isEqualTo(MfaVerifier.Result.WRONG);
        }
        assertThat(check(put, Samples.NOW)).as("V7: what a device would answer").isIn(refusals());
    }

    @Test
    @DisplayName("V8: a second begin returns the same code and uses up nothing")
    void v8_begunAgain_sameCode() {
        Account anna = holder();
        AuthMethod method = verifier().methods(anna).get(0);
        Put put = put(anna, method);
        MfaVerifier.PreparedChallenge again = verifier().begin(put.challenge(), method);
        assertThat(again.code())
                .as("V8: the code to send, the second time")
                .isEqualTo(put.begun().code());
        assertThat(again.prompt())
                .as("V8: the prompt, the second time")
                .isEqualTo(put.begun().prompt());
        verifier().begin(put.challenge(), method);
        assertThat(verifier().check(put.challenge(), again.verifierState(), right(put, Samples.NOW), Samples.NOW))
                .as("V8: the first code with the second verifier state")
                .isEqualTo(MfaVerifier.Result.PASSED);
    }

    @Test
    @Tag("R-OTP-1")
    @DisplayName("V9: codes are uniform in every position, leading zeros kept, and independent")
    void v9_codes_areUniform() {
        Account anna = holder();
        AuthMethod method = verifier().methods(anna).get(0);
        need(put(anna, method).begun().code(), "V9", "code that the engine sends");
        List<String> codes = Stream.generate(() -> put(anna, method))
                .limit(3000)
                .map(put -> put.begun().code().orElseThrow().code().exposeTo(String::new))
                .toList();
        int length = codes.get(0).length();
        assertThat(codes)
                .as("V9: each has the same length, digits and capital letters only")
                .allMatch(c -> c.matches("[0-9A-Z]{" + length + "}"));
        assertThat(Set.copyOf(codes).size())
                .as("V9: how many of 3000 codes differ")
                .isGreaterThan(2950);
        int[] symbols =
                codes.stream().flatMapToInt(String::chars).distinct().sorted().toArray();
        assertThat(symbols.length)
                .as("V9: the number of different characters in codes")
                .isGreaterThanOrEqualTo(10);
        double expected = 3000.0 / symbols.length;
        for (int position = 0; position < length; position++) {
            double chiSquare = 0;
            for (int symbol : symbols) {
                int at = position;
                long count =
                        codes.stream().filter(code -> code.charAt(at) == symbol).count();
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            assertThat(chiSquare)
                    .as("V9: chi-square of position %d", position)
                    .isLessThan(beyondChance(symbols.length - 1));
        }
    }

    /** The value that chi-square exceeds once in a hundred million, by Wilson and Hilferty's approximation. */
    private static double beyondChance(int freedom) {
        double part = 2.0 / (9.0 * freedom);
        double root = 1 - part + 5.6 * Math.sqrt(part);
        return freedom * root * root * root;
    }

    @Test
    @DisplayName("V10: an outage throws BackendUnavailableException and nothing else")
    void v10_outage_isUnavailable() {
        needs(hasBackend(), "V10", "backend that could fail");
        Account anna = holder();
        AuthMethod method = verifier().methods(anna).get(0);
        Put put = put(anna, method);
        Response response = right(put, Samples.NOW);
        outage(true);
        List<ThrowingCallable> calls = List.of(
                () -> verifier().methods(anna),
                () -> verifier().begin(put.challenge(), method),
                () -> verifier().check(put.challenge(), put.begun().verifierState(), response, Samples.NOW));
        List<Throwable> thrown = calls.stream()
                .map(call -> assertTimeoutPreemptively(BOUND, () -> Assertions.catchThrowable(call)))
                .filter(failure -> failure != null)
                .toList();
        outage(false);
        assertThat(thrown).as("V10: the exceptions of the calls").isNotEmpty();
        assertThat(thrown)
                .as("V10: the exceptions of the calls")
                .hasOnlyElementsOfType(BackendUnavailableException.class);
    }

    @Test
    @DisplayName("V11: null is refused and changes nothing")
    void v11_null_isRefused() {
        Account anna = holder();
        AuthMethod method = verifier().methods(anna).get(0);
        Put put = put(anna, method);
        VerifierState verifierState = put.begun().verifierState();
        Response response = right(put, Samples.NOW);
        refusesNull(
                "V11",
                () -> verifier().methods(null),
                () -> verifier().decoy(null),
                () -> verifier().begin(null, method),
                () -> verifier().begin(put.challenge(), null),
                () -> verifier().check(null, verifierState, response, Samples.NOW),
                () -> verifier().check(put.challenge(), null, response, Samples.NOW),
                () -> verifier().check(put.challenge(), verifierState, null, Samples.NOW),
                () -> verifier().check(put.challenge(), verifierState, response, null));
        assertThat(check(put, Samples.NOW)).as("V11: the challenge afterwards").isEqualTo(MfaVerifier.Result.PASSED);
    }
}
