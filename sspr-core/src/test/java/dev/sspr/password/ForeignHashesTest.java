package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that the programs of other systems wrote. */
@Tag("F2-P5")
class ForeignHashesTest {
    private static final Secret PASSWORD = Secret.of("Correct horse 7");

    private final PasswordHasher hasher = PasswordHasher.standard();

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ForeignHashesTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    static List<String> read() throws IOException {
        return lines("foreign-hashes.txt");
    }

    static List<String> unread() throws IOException {
        return lines("unread-hashes.txt");
    }

    @ParameterizedTest
    @MethodSource("read")
    @DisplayName("F2-P5: a hash of another system matches its password only")
    void foreignHash_matchesItsPasswordOnly(String stored) {
        assertThat(hasher.inspect(stored)).isEmpty();
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Verdict.MATCHES);
        assertThat(hasher.verify(Secret.of("Correct horse 8"), stored)).isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @MethodSource("unread")
    @DisplayName("F2-P5: a form that nothing here computes is refused by its name, with what to do")
    void unreadForm_isNamed(String stored) {
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Verdict.UNREADABLE);
        assertThat(hasher.needsRehash(stored)).isEqualTo(Rehash.UNREADABLE);
        assertThat(hasher.inspect(stored).orElseThrow())
                .contains("crypt")
                .endsWith("is not read: nothing here computes it, so its user needs a new password, by a reset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=19456,t=2,t=1$c29tZXNhbHRzb21lc2FsdA$YBNMbCaZ69TajCfHrn4OE9UzuG5yAbnb0Of+kSpntoo",
                "$argon2id$v=19$p=1,t=2,m=99999999999$c29tZXNhbHRzb21lc2FsdA$YBNMbCaZ69TajCfHrn4OE9UzuG5yAbnb0Of+kSpntoo",
                "{ARGON2}",
                "{CRYPT}{CRYPT}",
                "{CRYPT}plain",
                "{PBKDF2-SHA256}99999999$w2IQvJGkBt5qEEx75/xeGw$1CB/owGLSce3I5F7iS/HWuuMWkeFBlz87BM/Qz7zFw0",
                "{SSHA}SBTufDOh7nmLeM8QoOW3Elzyvs/omAXM",
                "pbkdf2_sha256$29000$short$I0yySrK8W9n95krc1NN0g/2ewgKb+ZamSw4x0t3umgo=",
                "pbkdf2_sha256$-1$somesaltsomesalt$I0yySrK8W9n95krc1NN0g/2ewgKb+ZamSw4x0t3umgo=",
                "bcrypt_sha256$$2b$05$rpnoRuRt0rWHfammAi8YXOD0VAhu8t8Z48v7D7vCSE7YR2x/3wZS2",
                "$scrypt$ln=16385,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$YBNMbCaZ69TajCfHrn4OE9UzuG5yAbnb0Of+kSpntoo",
                "$pbkdf2-sha1$",
                "$pbkdf2$",
            })
    @DisplayName("F2-P5: a malformed or hostile hash is unreadable")
    void malformedHash_isUnreadable(String stored) {
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Verdict.UNREADABLE);
        assertThat(hasher.inspect(stored)).isPresent();
    }

    @Test
    @DisplayName("F2-P5: braces within braces end at the limit of the text")
    void nestedBraces_endAtTheLimit() {
        assertThat(hasher.inspect("{CRYPT}".repeat(73) + "$6$")).isPresent();
        assertThat(hasher.inspect("{CRYPT}".repeat(10_000))).isPresent();
    }
}
