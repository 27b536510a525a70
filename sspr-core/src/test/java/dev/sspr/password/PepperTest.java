package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-HASH-5")
class PepperTest {
    private static final Secret PASSWORD = Secret.of("correct horse");
    private static final Pepper FIRST = Pepper.ofHex(1, "01".repeat(31) + "ff");
    private static final Pepper SECOND = Pepper.ofHex(200, "02".repeat(31) + "ff");

    static Stream<PasswordHasher> hashers() {
        return Stream.of(new Argon2Cost(8, 1, 1), new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA256, 10))
                .map(cost -> PasswordHasher.with(cost, new HashingThrottle(1, 1 << 20, Duration.ofSeconds(2))));
    }

    @ParameterizedTest
    @MethodSource("hashers")
    void hash_peppered_namesItAndNeedsIt(PasswordHasher plain) {
        String hash = plain.withPepper(SECOND, FIRST).hash(PASSWORD);

        assertThat(hash).contains(",keyid=yA$");
        assertThat(plain.withPepper(SECOND).verify(PASSWORD, hash)).isEqualTo(Verdict.MATCHES);
        assertThat(plain.withPepper(SECOND).verify(Secret.of("correct house"), hash))
                .isEqualTo(Verdict.DIFFERS);
        assertThat(plain.withPepper(FIRST).verify(PASSWORD, hash)).isEqualTo(Verdict.UNREADABLE);
        assertThat(plain.inspect(hash)).contains("it was made with pepper 200, which is not known here");
    }

    @ParameterizedTest
    @MethodSource("hashers")
    void verify_sameIdAnotherKey_differs(PasswordHasher plain) {
        String hash = plain.withPepper(FIRST).hash(PASSWORD);

        assertThat(plain.withPepper(Pepper.ofHex(1, "03".repeat(31) + "ff")).verify(PASSWORD, hash))
                .isEqualTo(Verdict.DIFFERS);
        assertThat(plain.verify(PASSWORD, hash.replaceFirst(",keyid=..", ""))).isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @MethodSource("hashers")
    void rotation_oldHashes_areReadAndReplaced(PasswordHasher plain) {
        PasswordHasher rotated = plain.withPepper(SECOND, FIRST);
        String old = plain.withPepper(FIRST).hash(PASSWORD);
        String bare = plain.hash(PASSWORD);

        assertThat(rotated.verify(PASSWORD, old)).isEqualTo(Verdict.MATCHES);
        assertThat(rotated.verify(PASSWORD, bare)).isEqualTo(Verdict.MATCHES);
        assertThat(rotated.needsRehash(old)).isEqualTo(Rehash.PEPPER);
        assertThat(rotated.needsRehash(bare)).isEqualTo(Rehash.PEPPER);
        assertThat(rotated.needsRehash(rotated.hash(PASSWORD))).isEqualTo(Rehash.NOT_NEEDED);
    }

    @Test
    void withPepper_twoOfOneId_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHasher.standard().withPepper(FIRST, FIRST))
                .withMessage("two peppers have the id 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "zz", "0101010101010101010101010101010101010101010101010101010101010101"})
    void ofHex_notAKey_isRefusedWithoutIt(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pepper.ofHex(1, hex))
                .withMessageContaining("pepper")
                .withMessageNotContaining("0101");
        assertThatIllegalArgumentException().isThrownBy(() -> Pepper.of(256, FIRST.key()));
    }

    @Test
    void toString_isTheId() {
        assertThat(SECOND).hasToString("Pepper[200]");
    }
}
