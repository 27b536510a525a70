package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.PasswordHasher.Verdict;
import dev.sspr.spi.Secret;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost of a hash does not grow with the length of the password. */
@Tag("R-HASH-7")
class LongPasswordCostTest {
    /** A hash that reads 1024 bytes in each round takes at least five times as long as one that reads 8 bytes. */
    private static final int MOST = 3;

    private static final int RUNS = 7;
    private static final byte[] SALT = new byte[16];

    private enum Function {
        PBKDF2_SHA1 {
            @Override
            void hash(byte[] password) {
                new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA1, 20_000).compute(password, SALT, Optional.empty(), 32);
            }
        },
        PBKDF2_SHA256 {
            @Override
            void hash(byte[] password) {
                new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA256, 20_000).compute(password, SALT, Optional.empty(), 32);
            }
        },
        PBKDF2_SHA512 {
            @Override
            void hash(byte[] password) {
                new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA512, 20_000).compute(password, SALT, Optional.empty(), 32);
            }
        },
        ARGON2 {
            @Override
            void hash(byte[] password) {
                new Argon2Cost(4096, 2, 1).make(password, SALT, Optional.empty());
            }
        },
        SCRYPT {
            @Override
            void hash(byte[] password) {
                Kdf.scrypt(password, SALT, new ScryptCost(12, 8, 1), 32);
            }
        };

        abstract void hash(byte[] password);

        /** The processor time of the fastest of several runs, which other work of the machine disturbs least. */
        long cost(int length) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            byte[] password = new byte[length];
            Arrays.fill(password, (byte) 'x');
            return LongStream.range(0, RUNS)
                    .map(run -> {
                        long before = threads.getCurrentThreadCpuTime();
                        hash(password);
                        return threads.getCurrentThreadCpuTime() - before;
                    })
                    .min()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    @Tag("V-HASH-5")
    @DisplayName("V-HASH-5: no round of a hash reads a long password again")
    void cost_ofALongPassword_isThatOfAShortOne(Function function) {
        long first = function.cost(8);
        assertThat(first).as("warmed up").isPositive();

        assertThat(function.cost(PasswordHasher.MAX_PASSWORD_BYTES)).isLessThan(MOST * function.cost(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$5$rounds=5000$saltstring$gQxWrJrJrdkGRuPiBDSSJrDxLeQ.wQzv9EQiKXr5/CC",
                "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjlO/O817G3uBnIFNjnQJuesI68OTLiBFdcbYEdFCoEOfaS35inz1",
                "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/"
            })
    @Tag("V-HASH-6")
    @DisplayName("V-HASH-6: a hash whose time grows with the square of the length is not computed")
    void shaCrypt_isNotComputed(String stored) {
        PasswordHasher hasher = PasswordHasher.standard();

        assertThat(hasher.verify(Secret.of("Hello world!"), stored)).isEqualTo(Verdict.UNREADABLE);
        assertThat(hasher.inspect(stored).orElseThrow()).contains("is not read");
    }

    @Test
    @Tag("V-HASH-7")
    @DisplayName("V-HASH-7: a password of a megabyte costs no hash at all")
    void megabyte_costsNoHash() {
        int[] asked = {0};
        HashScheme counting = new HashScheme() {
            @Override
            public int memory() {
                return 0;
            }

            @Override
            public String make(byte[] password, byte[] salt, Optional<Pepper> pepper) {
                asked[0]++;
                return "made";
            }
        };
        PasswordHasher hasher = PasswordHasher.with(counting, HashingThrottle.OF_THIS_JVM);

        assertThat(hasher.verifyAbsent(Secret.of("x".repeat(1 << 20)))).isEqualTo(Verdict.DIFFERS);
        assertThat(asked[0]).isZero();
        hasher.verifyAbsent(Secret.of("x".repeat(PasswordHasher.MAX_PASSWORD_BYTES)));
        assertThat(asked[0]).isOne();
    }
}
