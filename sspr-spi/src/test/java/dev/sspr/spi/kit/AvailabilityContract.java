package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sspr.spi.Availability;
import dev.sspr.spi.Availability.Status;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link Availability}. */
public abstract class AvailabilityContract extends Contract {
    /** The bound of the clause, plus one second for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(Availability.BOUND_SECONDS + 1L);

    /** For vendors to extend. */
    protected AvailabilityContract() {}

    /**
     * The ability to test.
     *
     * @return the same within a test
     */
    protected abstract Availability availability();

    /**
     * The whole content of the backend as text, always in the same order; it has at least one account.
     *
     * @return all tables, all entries
     */
    protected abstract String dump();

    /**
     * Makes one account unwritable: locked, disabled or expired.
     *
     * @return false if this fixture cannot do it; the test is skipped
     */
    protected boolean closeOneAccount() {
        return false;
    }

    private void says(Status expected, String what) {
        Status[] said = new Status[1];
        Throwable thrown = assertTimeoutPreemptively(
                IN_TIME,
                () -> Assertions.catchThrowable(() -> said[0] = availability().status()),
                what);
        assertThat(thrown).as(what + ": nothing is thrown").isNull();
        assertThat(said[0]).as(what).isEqualTo(expected);
    }

    @Test
    @Tag("R-ENUM-1")
    @DisplayName("AV1: an unwritable account does not make the backend DOWN")
    void av1_oneAccountClosed_isStillUp() {
        says(Status.UP, "AV1: a backend that works");
        needs(closeOneAccount(), "AV1", "way to close one account");
        says(Status.UP, "AV1: a backend that works, where one account is closed");
    }

    @Test
    @DisplayName("AV2: a backend that hangs is DOWN within 2 seconds")
    void av2_hang_isDownInTime() {
        needs(hang(true), "AV2", "backend that hangs");
        try {
            says(Status.DOWN, "AV2: a backend that hangs");
        } finally {
            hang(false);
        }
    }

    @Test
    @DisplayName("AV3: an outage is DOWN and throws nothing; afterwards it is UP")
    void av3_outage_isDown() {
        outage(true);
        try {
            says(Status.DOWN, "AV3: a backend that does not answer");
            says(Status.DOWN, "AV3: the same, asked again");
        } finally {
            outage(false);
        }
        says(Status.UP, "AV3: after the outage");
    }

    @Test
    @DisplayName("AV4: a call writes nothing")
    void av4_asking_writesNothing() {
        String before = dump();
        for (int i = 0; i < 50; i++) {
            says(Status.UP, "AV4: a backend that works");
        }
        assertThat(dump().equals(before))
                .as("AV4: the backend is the same after the call")
                .isTrue();
    }
}
