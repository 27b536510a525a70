package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.spi.Account;
import dev.sspr.spi.Availability;
import dev.sspr.spi.Availability.Status;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
import dev.sspr.spi.UserStore;
import dev.sspr.writeback.WritebackEvent.What;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What two stores say of themselves before anybody begins. */
@Tag("WB-02")
class ReachTest {
    private final Two two = new Two();

    /** A store with a status of its own. */
    private record Telling(UserStore users, Supplier<Status> says) implements UserStore, Availability {
        @Override
        public UserLookup find(LoginName login) {
            return users.find(login);
        }

        @Override
        public Optional<Account> load(UserId id) {
            return users.load(id);
        }

        @Override
        public PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
            return users.setPassword(id, expected, password);
        }

        @Override
        public Status status() {
            return says.get();
        }
    }

    /** A store that cannot tell. */
    private record Silent(UserStore users) implements UserStore {
        @Override
        public UserLookup find(LoginName login) {
            return users.find(login);
        }

        @Override
        public Optional<Account> load(UserId id) {
            return users.load(id);
        }

        @Override
        public PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
            return users.setPassword(id, expected, password);
        }
    }

    private TwoStores over(UserStore one, UserStore other) {
        return new TwoStores(two.wiring(one, other));
    }

    @Test
    void status_bothUp_isUpAndTellsNothing() {
        assertThat(two.both.status()).isEqualTo(Status.UP);
        assertThat(two.events).isEmpty();
    }

    @Test
    void status_eitherDown_isDownAndTold() {
        two.second.faults().fail();
        assertThat(two.both.status()).isEqualTo(Status.DOWN);
        assertThat(over(two.second, two.first).status()).as("as the first one").isEqualTo(Status.DOWN);
        assertThat(two.events).containsExactly(What.UNAVAILABLE, What.UNAVAILABLE);
    }

    @Test
    void status_storeThatCannotTell_isTakenToBeUp() {
        two.second.faults().fail();

        assertThat(over(two.first, new Silent(two.second)).status()).isEqualTo(Status.UP);
    }

    @Test
    @Tag("AV3")
    void status_storeThatThrows_isDown() {
        Telling throwing = new Telling(two.second, () -> {
            throw new BackendUnavailableException("against its contract");
        });

        assertThat(over(two.first, throwing).status()).isEqualTo(Status.DOWN);
    }

    @Test
    void status_askedByMany_asksTheStoresEveryFiveSeconds() {
        AtomicInteger asked = new AtomicInteger();
        TwoStores both =
                over(two.first, new Telling(two.second, () -> asked.incrementAndGet() == 1 ? Status.DOWN : Status.UP));
        for (int i = 0; i < 100; i++) {
            assertThat(both.status()).isEqualTo(Status.DOWN);
        }
        two.pass(Duration.ofSeconds(5).minusMillis(1));
        assertThat(both.status()).as("just before").isEqualTo(Status.DOWN);
        two.pass(Duration.ofMillis(1));

        assertThat(both.status()).as("five seconds later").isEqualTo(Status.UP);
        assertThat(asked).hasValue(2);
        assertThat(two.events)
                .as("told once for each time the stores were asked")
                .containsExactly(What.UNAVAILABLE);
    }

    @Test
    void listener_thatThrows_changesNothing() {
        Wiring quiet = two.wiring(two.first, two.second);
        TwoStores both = new TwoStores(new Wiring(
                quiet.first(),
                quiet.second(),
                quiet.expiry(),
                quiet.repairs(),
                quiet.contacts(),
                quiet.clock(),
                event -> {
                    throw new IllegalStateException("a listener's own trouble");
                }));

        assertThat(two.write(both, two.generation())).isInstanceOf(PasswordWrite.Written.class);
        two.first.faults().fail();
        assertThatCode(both::status).doesNotThrowAnyException();
        assertThat(Two.password(two.second)).isEqualTo("new");
    }

    @Test
    void wiring_oneStoreTwice_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.wiring(two.first, two.first))
                .withMessageContaining("first and second are the same store");
    }
}
