package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clauses of {@link MfaVerifier} for kinds that ask a device. Extend {@link MfaVerifierContract}, which has all
 * clauses.
 */
public abstract class MfaDeviceContract extends MfaResponseContract {
    /** Only the kit's own class extends this one. */
    MfaDeviceContract() {}

    private Put asked(String clause) {
        needs(asksDevice(), clause, "device that is asked");
        Account anna = holder();
        return put(anna, verifier().methods(anna).get(0));
    }

    private static String number(String clause, Put put) {
        assertThat(put.begun().prompt().orElse(null))
                .as(clause + ": what the page shows")
                .isInstanceOf(Prompt.MatchNumber.class);
        return ((Prompt.MatchNumber) put.begun().prompt().orElseThrow()).number();
    }

    private MfaVerifier.Result poll(Put put) {
        return verifier().check(put.challenge(), put.begun().verifierState(), new Response.Poll(), Samples.NOW);
    }

    @Test
    @Tag("R-RATE-13")
    @Tag("V-PUSH")
    @DisplayName("V2: until the user typed the number on the device, the answer is PENDING")
    void v2_device_isWaitedFor() {
        Put put = asked("V2");
        String number = number("V2", put);
        assertThat(put.begun().code()).as("V2: the code to send").isEmpty();
        assertThat(poll(put)).as("V2: before %s was typed", number).isEqualTo(MfaVerifier.Result.PENDING);
        Response response = right(put, Samples.NOW);
        assertThat(response).as("V2: the response").isEqualTo(new Response.Poll());
        assertThat(poll(put)).as("V2: after the number was typed").isEqualTo(MfaVerifier.Result.PASSED);
    }

    @Test
    @Tag("R-RATE-13")
    @Tag("V-PUSH")
    @DisplayName("V2: another number does not pass")
    void v2_otherNumber_doesNotPass() {
        Put put = asked("V2");
        String number = number("V2", put);
        char first = number.charAt(0) == '9' ? '0' : (char) (number.charAt(0) + 1);
        MfaVerifier.PreparedChallenge other = new MfaVerifier.PreparedChallenge(
                put.begun().verifierState(),
                Optional.empty(),
                Optional.of(new Prompt.MatchNumber(first + number.substring(1))));
        Response response = answer(put.challenge(), put.method(), other, Samples.NOW);
        assertThat(verifier().check(put.challenge(), put.begun().verifierState(), response, Samples.NOW))
                .as("V2: after another number was typed")
                .isIn(refusals());
    }

    @Test
    @Tag("R-RATE-13")
    @DisplayName("V9: the numbers of different challenges differ")
    void v9_numbers_differ() {
        needs(asksDevice(), "V9", "device that is asked");
        Account anna = holder();
        AuthMethod method = verifier().methods(anna).get(0);
        Set<String> numbers = Stream.generate(() -> put(anna, method))
                .limit(300)
                .map(put -> number("V9", put))
                .collect(Collectors.toSet());
        // of 300 draws from 100 numbers fewer than 80 differ in 7 of 100 billion runs
        assertThat(numbers.size()).as("V9: how many of 300 numbers differ").isGreaterThanOrEqualTo(80);
    }
}
