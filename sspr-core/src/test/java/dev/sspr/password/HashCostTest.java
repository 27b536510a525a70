package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sspr.spi.Secret;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cost of one check: bounded, and the same for short and long passwords. */
@Tag("R-HASH-7")
class HashCostTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int RUNS = 9;
    /** A cost that grows with the length would be 64 times as high. */
    private static final double MOST = 3;

    private static final Secret SHORT = Secret.of("x".repeat(8));
    private static final Secret LONG = Secret.of("x".repeat(512));

    static Stream<PasswordHasher> hashers() {
        HashingThrottle one = new HashingThrottle(1, 1 << 20, Duration.ofSeconds(10));
        return Stream.of(
                PasswordHasher.with(new Argon2Cost(1024, 2, 1), one),
                PasswordHasher.with(new Pbkdf2Cost(Pbkdf2Cost.Prf.SHA512, 5_000), one));
    }

    /** The processor time of the cheapest of some runs, in nanoseconds: noise only adds to it. */
    private static long cost(Consumer<Secret> work, Secret password) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = THREADS.getCurrentThreadCpuTime();
            work.accept(password);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - before);
        }
        return least;
    }

    private static void assertAlike(Consumer<Secret> work) {
        cost(work, LONG);
        double shortOne = cost(work, SHORT);
        double longOne = cost(work, LONG);
        assertThat(longOne / shortOne).isLessThan(MOST);
    }

    @ParameterizedTest
    @MethodSource("hashers")
    @DisplayName("R-HASH-7: hashing or checking 512 characters costs as much as 8")
    void cost_ofALongPassword_isThatOfAShortOne(PasswordHasher hasher) {
        String kept = hasher.hash(SHORT);
        assertAlike(hasher::hash);
        assertAlike(password -> assertThat(hasher.verify(password, kept)).isNotNull());
    }

    @Test
    @DisplayName("R-HASH-7: a password beyond the longest one is refused for a small part of the cost of a hash")
    void cost_ofAPasswordBeyondTheBound_isNone() {
        Secret huge = Secret.of("x".repeat(100_000));
        for (PasswordHasher hasher : List.of(hashers().toArray(PasswordHasher[]::new))) {
            String kept = hasher.hash(SHORT);
            cost(password -> hasher.verify(password, kept), huge);
            double real = cost(password -> hasher.verify(password, kept), SHORT);
            double refused = cost(password -> hasher.verify(password, kept), huge);
            assertThat(refused / real).isLessThan(MOST);
            assertThat(hasher.verify(huge, kept)).isEqualTo(PasswordHasher.Verdict.DIFFERS);
        }
    }
}
