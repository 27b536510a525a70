package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Secret;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

/** The same password, hashed by Spring Security's encoders: theirs are read here, ours there. */
@SuppressWarnings("deprecation") // the older parameters are what stored hashes have
class SpringSecurityTest {
    private static final String PASSWORD = "correct hörse \uD83D\uDC0E";

    private final PasswordHasher hasher = PasswordHasher.standard();

    static Stream<Arguments> encoders() {
        return Stream.of(
                Arguments.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_2()),
                Arguments.of("argon2@SpringSecurity_v5_8", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()),
                Arguments.of("bcrypt", new BCryptPasswordEncoder(5)),
                Arguments.of("bcrypt", new BCryptPasswordEncoder(BCryptVersion.$2B, 5)),
                Arguments.of("bcrypt", new BCryptPasswordEncoder(BCryptVersion.$2Y, 5)),
                Arguments.of("scrypt", SCryptPasswordEncoder.defaultsForSpringSecurity_v4_1()),
                Arguments.of("scrypt@SpringSecurity_v5_8", SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8()),
                Arguments.of("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5()),
                Arguments.of("pbkdf2@SpringSecurity_v5_8", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encoders")
    void verify_whatSpringMade_matchesAndIsToBeReplaced(String id, PasswordEncoder encoder) {
        String stored = new DelegatingPasswordEncoder(id, Map.of(id, encoder)).encode(PASSWORD);

        assertThat(hasher.inspect(stored)).isEmpty();
        assertThat(hasher.verify(Secret.of(PASSWORD), stored)).isEqualTo(Verdict.MATCHES);
        assertThat(hasher.verify(Secret.of(PASSWORD + "x"), stored)).isEqualTo(Verdict.DIFFERS);
        assertThat(hasher.needsRehash(stored)).isIn(Rehash.SCHEME, Rehash.COST);
        if (!id.startsWith("pbkdf2")) {
            String bare = stored.substring(stored.indexOf('}') + 1);
            assertThat(hasher.verify(Secret.of(PASSWORD), bare)).isEqualTo(Verdict.MATCHES);
        }
    }

    @Test
    void hash_ofOurs_isAcceptedBySpring() {
        PasswordEncoder spring = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        String hash = hasher.hash(Secret.of(PASSWORD));

        assertThat(spring.matches(PASSWORD, hash)).isTrue();
        assertThat(spring.matches(PASSWORD + "x", hash)).isFalse();
        assertThat(spring.upgradeEncoding(hash)).isFalse();
    }
}
