package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-HASH-1, R-HASH-2, R-HASH-4, R-HASH-5, R-HASH-6. */
final class PasswordHasherTest {
    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String TAG = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final Secret PASSWORD = Secret.of("correct horse é \uD83D\uDC0E");

    private final PasswordHasher hasher = PasswordHasher.standard();
    private final PasswordHasher cheap = cheap(new Argon2Cost(8, 1, 1));
    private final PasswordHasher cheapFips = cheap(new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA512, 10));

    private static PasswordHasher cheap(HashScheme fresh) {
        return PasswordHasher.with(fresh, new HashingThrottle(1, 1 << 20, Duration.ofSeconds(2)));
    }

    @Nested
    class Hash {
        @Test
        void hash_standard_isAPhcStringOfTheDefaultCost() {
            assertThat(hasher.hash(PASSWORD))
                    .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        }

        @Test
        void hash_pbkdf2_isAPhcString() {
            assertThat(PasswordHasher.pbkdf2Sha256(600_000).hash(PASSWORD))
                    .matches("\\$pbkdf2-sha256\\$i=600000,l=32\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        }

        @Test
        void hash_twice_hasAnotherSalt() {
            assertThat(cheap.hash(PASSWORD)).isNotEqualTo(cheap.hash(PASSWORD));
            assertThat(cheapFips.hash(PASSWORD)).isNotEqualTo(cheapFips.hash(PASSWORD));
        }

        @ParameterizedTest
        @Tag("V-HASH-4")
        @Tag("V-HASH-7")
        @ValueSource(ints = {0, 1025, 10_000_000})
        void hash_lengthOutOfBounds_isRefused(int length) {
            assertThatIllegalArgumentException().isThrownBy(() -> cheap.hash(Secret.of("x".repeat(length))));
        }

        @Test
        void hash_moreBytesThanCharacters_countsBytes() {
            assertThat(cheap.hash(Secret.of("é".repeat(512)))).isNotEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> cheap.hash(Secret.of("é".repeat(513))));
        }

        @ParameterizedTest
        @Tag("V-HASH-2")
        @ValueSource(strings = {"\uD800", "a\uDC00b", "end\uD83D", "\0", "before\0after", "end\0"})
        void hash_unpairedSurrogateOrNul_isRefusedWithoutThePassword(String text) {
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
            assertThat(hasher.verify(PASSWORD, cheapFips.hash(PASSWORD))).isEqualTo(Verdict.MATCHES);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "correct horse e \uD83D\uDC0E", "correct horse é \uD83D", "correct horse é"})
        void verify_otherPassword_differs(String other) {
            assertThat(cheap.verify(Secret.of(other), cheap.hash(PASSWORD))).isEqualTo(Verdict.DIFFERS);
            assertThat(cheap.verify(Secret.of(other), cheapFips.hash(PASSWORD))).isEqualTo(Verdict.DIFFERS);
        }

        @Test
        @Tag("V-HASH-2")
        void verify_nulBehindThePassword_differs() {
            assertThat(cheap.verify(Secret.of("horse\0"), cheapFips.hash(Secret.of("horse"))))
                    .isEqualTo(Verdict.DIFFERS);
        }

        @Test
        void verifyAbsent_any_differs() {
            assertThat(cheap.verifyAbsent(PASSWORD)).isEqualTo(Verdict.DIFFERS);
        }
    }

    @Nested
    class Cost {
        @ParameterizedTest
        @CsvSource({"47104,1,1", "19456,2,1", "12288,3,1", "9216,4,1", "7168,5,1", "65536,3,4", "1048576,1,16"})
        void argon2id_owaspPairOrMore_isAccepted(int memory, int iterations, int parallelism) {
            assertThat(PasswordHasher.argon2id(memory, iterations, parallelism)).isNotNull();
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
            "1048576,3,1,iterations",
            "19456,2,0,parallelism",
            "19456,2,17,parallelism"
        })
        void argon2id_outOfBounds_isRefusedByName(int memory, int iterations, int parallelism, String parameter) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PasswordHasher.argon2id(memory, iterations, parallelism))
                    .withMessageContaining(parameter);
        }

        @Test
        void pbkdf2_outOfBounds_isRefusedByName() {
            for (int wrong : new int[] {599_999, 5_000_001, -1}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> PasswordHasher.pbkdf2Sha256(wrong))
                        .withMessageContaining("iterations must be 600000 to 5000000, it is " + wrong);
            }
            assertThatIllegalArgumentException().isThrownBy(() -> PasswordHasher.pbkdf2Sha512(219_999));
            assertThat(PasswordHasher.pbkdf2Sha512(220_000)).isNotNull();
        }

        @ParameterizedTest
        @CsvSource({"19456,2,NOT_NEEDED", "65536,3,NOT_NEEDED", "19455,2,COST", "65536,1,COST"})
        void needsRehash_storedCost_isComparedWithOurs(int memory, int iterations, Rehash expected) {
            String stored = "$argon2id$v=19$m=" + memory + ",t=" + iterations + ",p=1$" + SALT + "$" + TAG;

            assertThat(hasher.needsRehash(stored)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "$argon2id$v=19$m=19456;t=2;p=1$AAAAAAAAAAA$" + TAG + ",COST",
            "$argon2id$v=19$m=19456;t=2;p=1$" + SALT + "$AAAAAAAAAAAAAAAAAAAAAA,COST",
            "$argon2i$v=19$m=19456;t=2;p=1$" + SALT + "$" + TAG + ",SCHEME",
            "$argon2id$v=16$m=19456;t=2;p=1$" + SALT + "$" + TAG + ",SCHEME",
            "$pbkdf2-sha256$i=600000;l=32$" + SALT + "$" + TAG + ",SCHEME",
            "plain,UNREADABLE"
        })
        void needsRehash_anotherForm_saysWhy(String stored, Rehash expected) {
            assertThat(hasher.needsRehash(stored.replace(';', ','))).isEqualTo(expected);
        }

        @Test
        void needsRehash_pbkdf2_isComparedWithOurs() {
            String stored = "$pbkdf2-sha256$i=600000,l=32$" + SALT + "$" + TAG;

            assertThat(PasswordHasher.pbkdf2Sha256(600_000).needsRehash(stored)).isEqualTo(Rehash.NOT_NEEDED);
            assertThat(PasswordHasher.pbkdf2Sha256(600_001).needsRehash(stored)).isEqualTo(Rehash.COST);
            assertThat(PasswordHasher.pbkdf2Sha512(220_000).needsRehash(stored)).isEqualTo(Rehash.SCHEME);
            assertThat(PasswordHasher.pbkdf2Sha256(600_000)
                            .needsRehash("$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + TAG))
                    .isEqualTo(Rehash.SCHEME);
        }
    }
}
