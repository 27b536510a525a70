package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.password.Argon2PasswordHasher.Rehash;
import dev.sspr.password.Argon2PasswordHasher.Verdict;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-HASH-1, R-HASH-4, R-HASH-6, R-RATE-14. */
final class Argon2PasswordHasherTest {
    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String TAG = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final Secret PASSWORD = Secret.of("correct horse é \uD83D\uDC0E");

    private final Argon2PasswordHasher hasher = Argon2PasswordHasher.standard();
    private final Argon2PasswordHasher cheap = cheap(new Semaphore(1), Duration.ofSeconds(2));

    private static Argon2PasswordHasher cheap(Semaphore turns, Duration wait) {
        return Argon2PasswordHasher.with(new Argon2Cost(8, 1, 1), turns, wait);
    }

    private static byte[] repeated(int value, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void tag_rfc9106Section5Vector_isEqual() {
        byte[] tag = Argon2PasswordHasher.tag(
                repeated(1, 32), repeated(2, 16), repeated(3, 8), repeated(4, 12), new Argon2Cost(32, 3, 4), 32);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Nested
    class Hash {
        @Test
        void hash_standard_isAPhcStringOfTheDefaultCost() {
            assertThat(hasher.hash(PASSWORD))
                    .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        }

        @Test
        void hash_twice_hasAnotherSalt() {
            assertThat(cheap.hash(PASSWORD)).isNotEqualTo(cheap.hash(PASSWORD));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1025, 1_000_000})
        void hash_lengthOutOfBounds_isRefused(int length) {
            assertThatIllegalArgumentException().isThrownBy(() -> cheap.hash(Secret.of("x".repeat(length))));
        }

        @Test
        void hash_moreBytesThanCharacters_countsBytes() {
            assertThat(cheap.hash(Secret.of("é".repeat(512)))).isNotEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> cheap.hash(Secret.of("é".repeat(513))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\uD800", "a\uDC00b", "end\uD83D"})
        void hash_unpairedSurrogate_isRefusedWithoutThePassword(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cheap.hash(Secret.of(text)))
                    .withMessageNotContaining(text);
        }
    }

    @Nested
    class Verify {
        @Test
        void verify_samePassword_matches() {
            assertThat(hasher.verify(PASSWORD, hasher.hash(PASSWORD))).isEqualTo(Verdict.MATCHES);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "correct horse e \uD83D\uDC0E", "correct horse é \uD83D", "correct horse é"})
        void verify_otherPassword_differs(String other) {
            assertThat(cheap.verify(Secret.of(other), cheap.hash(PASSWORD))).isEqualTo(Verdict.DIFFERS);
        }

        @Test
        void verify_hashOfTheReferenceImplementation_matches() {
            String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

            assertThat(hasher.verify(Secret.of("password"), reference)).isEqualTo(Verdict.MATCHES);
            assertThat(hasher.verify(Secret.of("passwore"), reference)).isEqualTo(Verdict.DIFFERS);
        }

        @Test
        void verifyAbsent_any_differs() {
            assertThat(cheap.verifyAbsent(PASSWORD)).isEqualTo(Verdict.DIFFERS);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "plain",
                    "$2y$10$abcdefghijklmnopqrstuv",
                    "$argon2i$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2d$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=16$m=19456,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$m=19456,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=1048577,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=4294967296,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=19456,t=65,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=19456,t=0,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=19456,t=2,p=17$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=7,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=019456,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=-1,t=2,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$t=2,m=19456,p=1$" + SALT + "$" + TAG,
                    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAA$" + TAG,
                    "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$AAAAAAAAAAAAAAAAAAAA",
                    "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG + TAG + "AAAA",
                    "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "==$" + TAG,
                    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAB$" + TAG,
                    "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG + "\n",
                    "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$AAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                })
        void verify_hostileOrForeignText_isUnreadable(String phc) {
            assertThat(cheap.verify(PASSWORD, phc)).isEqualTo(Verdict.UNREADABLE);
            assertThat(cheap.rehash(phc)).isEqualTo(Rehash.NEEDED);
        }
    }

    @Nested
    class Cost {
        @ParameterizedTest
        @CsvSource({"47104,1,1", "19456,2,1", "12288,3,1", "9216,4,1", "7168,5,1", "65536,3,4", "1048576,1,16"})
        void of_owaspPairOrMore_isAccepted(int memory, int iterations, int parallelism) {
            assertThat(Argon2PasswordHasher.of(memory, iterations, parallelism)).isNotNull();
        }

        @ParameterizedTest
        @CsvSource({
            "7167,64,1,memory",
            "47103,1,1,iterations",
            "19455,2,1,iterations",
            "12287,3,1,iterations",
            "9215,4,1,iterations",
            "7168,4,1,iterations",
            "1048577,1,1,memory",
            "19456,65,1,iterations",
            "19456,2,0,parallelism",
            "19456,2,17,parallelism"
        })
        void of_outOfBounds_isRefusedByName(int memory, int iterations, int parallelism, String parameter) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Argon2PasswordHasher.of(memory, iterations, parallelism))
                    .withMessageContaining(parameter);
        }

        @ParameterizedTest
        @CsvSource({"19456,2,NOT_NEEDED", "65536,3,NOT_NEEDED", "19455,2,NEEDED", "65536,1,NEEDED"})
        void rehash_storedCost_isComparedWithOurs(int memory, int iterations, Rehash expected) {
            String stored = "$argon2id$v=19$m=" + memory + ",t=" + iterations + ",p=1$" + SALT + "$" + TAG;

            assertThat(hasher.rehash(stored)).isEqualTo(expected);
        }

        @Test
        void rehash_shortSalt_isNeeded() {
            assertThat(hasher.rehash("$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAA$" + TAG))
                    .isEqualTo(Rehash.NEEDED);
        }
    }

    @Nested
    class Turns {
        private final Semaphore turns = new Semaphore(0, true);
        private final Argon2PasswordHasher waiting = cheap(turns, Duration.ofMillis(20));

        @AfterEach
        void clearInterrupt() {
            Thread.interrupted();
        }

        @Test
        void hash_noTurnInTime_isUnavailable() {
            assertThatThrownBy(() -> waiting.hash(PASSWORD)).isInstanceOf(BackendUnavailableException.class);
            assertThatThrownBy(() -> waiting.verifyAbsent(PASSWORD)).isInstanceOf(BackendUnavailableException.class);
        }

        @Test
        void hash_interrupted_isUnavailableAndStaysInterrupted() {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> waiting.hash(PASSWORD)).isInstanceOf(BackendUnavailableException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }

        @Test
        void hash_afterUse_givesItsTurnBack() {
            turns.release();
            waiting.hash(PASSWORD);

            assertThat(turns.availablePermits()).isEqualTo(1);
        }
    }
}
