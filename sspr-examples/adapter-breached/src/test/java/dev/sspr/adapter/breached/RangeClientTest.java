package dev.sspr.adapter.breached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-PWD-6")
class RangeClientTest {
    private static final Secret PASSWORD = Secret.of("password");
    private static final String PREFIX = "5BAA6";
    private static final String SUFFIX = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

    private final RangeServer server = new RangeServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2031-05-06T07:08:09Z"));
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final RangeClient client = builder().build();

    private RangeClientBuilder builder() {
        return RangeClient.of(server.uri(), "sspr test").clock(clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void isUnavailable(String reason) {
        assertThatThrownBy(() -> client.lookUp(PASSWORD))
                .isInstanceOf(BackendUnavailableException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(PREFIX);
    }

    @Test
    void lookUp_listed_isFoundWithItsCount() {
        server.answers(200, "0000000000000000000000000000000000A:1\r\n" + SUFFIX + ":10434004\r\n");

        assertThat(client.lookUp(PASSWORD)).isEqualTo(new BreachedPasswords.Answer.Found(10434004));
        assertThat(server.seen()).containsExactly("GET /range/" + PREFIX + " padding=true agent=sspr test");
    }

    @Test
    void lookUp_paddingOfTheSameHash_isNotFound() {
        server.answers(200, SUFFIX + ":0\r\n0000000000000000000000000000000000A:0");

        assertThat(client.lookUp(PASSWORD)).isEqualTo(new BreachedPasswords.Answer.NotFound());
    }

    @Test
    void lookUp_sameRangeAgain_isAnsweredFromTheCacheForADay() {
        server.answers(200, SUFFIX + ":3");
        client.lookUp(PASSWORD);
        client.lookUp(PASSWORD);
        assertThat(server.seen()).hasSize(1);

        now.set(now.get().plus(Duration.ofHours(24)));
        client.lookUp(PASSWORD);
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void lookUp_cacheOfNone_asksEachTime() {
        server.answers(200, SUFFIX + ":3");
        RangeClient forgetful = builder().cache(0, Duration.ZERO).build();
        forgetful.lookUp(PASSWORD);
        forgetful.lookUp(PASSWORD);

        assertThat(server.seen()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "<html>Welcome to the hotel</html>",
                SUFFIX,
                SUFFIX + ":",
                SUFFIX + ":x",
                SUFFIX + ":-1",
                SUFFIX + ":99999999999",
                SUFFIX + "0:1",
                "G" + SUFFIX + ":1",
                SUFFIX + ":1\r\n\r\n" + SUFFIX + ":1",
                SUFFIX + ":1\r\nand now for something else",
                "\uFEFF" + SUFFIX + ":1",
            })
    void lookUp_garbage_isUnavailableAndNotKept(String body) {
        server.answers(200, body);
        isUnavailable("not of the range protocol");
        assertThat(server.seen()).hasSize(2);

        server.answers(200, SUFFIX + ":3");
        assertThat(client.lookUp(PASSWORD)).isEqualTo(new BreachedPasswords.Answer.Found(3));
    }

    @Test
    void lookUp_hugeBody_isGivenUp() {
        server.answers(200, (SUFFIX + ":3\r\n").repeat(100_000));

        isUnavailable("longer than 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource({"500,2", "503,2", "429,2", "404,1", "302,1", "401,1", "204,1"})
    void lookUp_anotherStatus_isUnavailableAndTriedAgainOnlyIfItMayPass(int status, int requests) {
        server.answers(status, "");

        isUnavailable("status " + status);
        assertThat(server.seen()).hasSize(requests);
    }

    @Test
    void lookUp_failsOnce_isAnsweredAtTheSecondTry() {
        server.answersOnce(500, "");
        server.answers(200, SUFFIX + ":3");

        assertThat(client.lookUp(PASSWORD)).isEqualTo(new BreachedPasswords.Answer.Found(3));
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void lookUp_toldToWait_asksNothingUntilThen() {
        server.retryAfter("120");
        server.answers(429, "");
        isUnavailable("status 429");
        assertThat(server.seen()).hasSize(1);
        server.answers(200, SUFFIX + ":3");
        isUnavailable("left alone");
        assertThat(server.seen()).hasSize(1);

        now.set(now.get().plusSeconds(120));
        assertThat(client.lookUp(PASSWORD)).isEqualTo(new BreachedPasswords.Answer.Found(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "", "99999999999999999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
    void lookUp_retryAfterThatIsNoNumber_isLeftAside(String header) {
        server.retryAfter(header);
        server.answers(429, "");
        isUnavailable("status 429");

        server.answers(200, SUFFIX + ":3");
        assertThat(client.lookUp(PASSWORD)).isEqualTo(new BreachedPasswords.Answer.Found(3));
    }

    @Test
    void lookUp_bodyThatNeverEnds_isUnavailableInTime() {
        RangeClient hasty = builder().timeLimit(Duration.ofMillis(200)).build();
        server.hangsInTheBody();

        assertThatThrownBy(() -> hasty.lookUp(PASSWORD))
                .isInstanceOf(BackendUnavailableException.class)
                .hasMessageContaining("no answer in 200 ms");
    }

    @Test
    void lookUp_interrupted_isUnavailableAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.lookUp(PASSWORD)).isInstanceOf(BackendUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://127.0.0.1/",
                "https:///range",
                "https://example.com/?a=b",
                "https://example.com/#a",
                "range"
            })
    void of_baseThatIsNotSafe_isRefused(String base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RangeClient.of(URI.create(base), "sspr test"))
                .withMessageContaining("base must be https");
    }

    @Test
    void settings_outOfBounds_areRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().timeLimit(Duration.ofMillis(99)))
                .withMessageContaining("timeLimit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().tries(6))
                .withMessageContaining("tries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().cache(-1, Duration.ZERO))
                .withMessageContaining("cache ranges");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RangeClient.of(server.uri(), "line\r\nbreak"))
                .withMessageContaining("userAgent");
    }
}
