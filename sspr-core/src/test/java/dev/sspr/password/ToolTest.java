package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.PasswordHasher.Rehash;
import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same password, hashed by the C programs of Debian. */
class ToolTest {
    private static final String PASSWORD = "correct hörse \uD83D\uDC0E";
    private static final String SALT = "sixteen bytes ok";

    private final Tool argon2 = new Tool("argon2", "argon2");
    private final Tool mkpasswd = new Tool("mkpasswd", "whois");
    private final PasswordHasher hasher = PasswordHasher.standard();

    private void matchesOnlyThePassword(String stored) {
        assertThat(hasher.inspect(stored)).isEmpty();
        assertThat(hasher.verify(Secret.of(PASSWORD), stored)).isEqualTo(Verdict.MATCHES);
        assertThat(hasher.verify(Secret.of(PASSWORD + "x"), stored)).isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({"-id,13", "-i,13", "-d,13", "-id,10", "-i,10", "-d,10"})
    void verify_whatArgon2Made_matches(String variant, String version) {
        String stored = argon2.print(PASSWORD, SALT, variant, "-v", version, "-k", "8192", "-t", "2", "-p", "2", "-e");

        matchesOnlyThePassword(stored);
    }

    /** Byte for byte: what the program would say is what we write. */
    @ParameterizedTest
    @CsvSource({"19456,2,1", "12288,3,1", "9216,4,4"})
    void make_withTheSaltOfArgon2_isWhatArgon2Made(int memory, int iterations, int lanes) {
        String made = argon2.print(
                PASSWORD, SALT, "-id", "-k", "" + memory, "-t", "" + iterations, "-p", "" + lanes, "-l", "32", "-e");

        assertThat(new Argon2Cost(memory, iterations, lanes)
                        .make(
                                PASSWORD.getBytes(StandardCharsets.UTF_8),
                                SALT.getBytes(StandardCharsets.UTF_8),
                                Optional.empty()))
                .isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"bcrypt,5", "bcrypt-a,5", "scrypt,7"})
    void verify_whatMkpasswdMade_matchesAndIsToBeReplaced(String method, String rounds) {
        String stored = mkpasswd.print(PASSWORD, "-s", "-m", method, "-R", rounds);

        matchesOnlyThePassword(stored);
        assertThat(hasher.needsRehash(stored)).isEqualTo(Rehash.SCHEME);
    }
}
