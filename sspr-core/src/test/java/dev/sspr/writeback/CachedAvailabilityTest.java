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
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.writeback.WritebackEvent.What;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What two stores say of themselves before anybody begins. */
@Tag("WB-02")
class CachedAvailabilityTest {
    private final DualWriteFixture dualWriteFixture = new DualWriteFixture();

    /** A store with a status of its own. */
    private record Telling(UserStore users, Supplier<Status> says) implements UserStore, Availability {
        @Override
        public UserStore.Lookup find(LoginName login) {
            return users.find(login);
        }

        @Override
        public Optional<Account> load(UserId id) {
            return users.load(id);
        }

        @Override
        public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
            return users.setPassword(id, expected, password, new WriteId("w-1"));
        }

        @Override
        public Status status() {
            return says.get();
        }
    }

    /** A store that cannot tell. */
    private record Silent(UserStore users) implements UserStore {
        @Override
        public UserStore.Lookup find(LoginName login) {
            return users.find(login);
        }

        @Override
        public Optional<Account> load(UserId id) {
            return users.load(id);
        }

        @Override
        public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
            return users.setPassword(id, expected, password, new WriteId("w-1"));
        }
    }

    private DualWriteUserStore over(UserStore one, UserStore other) {
        return new DualWriteUserStore(dualWriteFixture.wiring(one, other));
    }

    @Test
    void status_bothUp_isUpAndTellsNothing() {
        assertThat(dualWriteFixture.both.status()).isEqualTo(Status.UP);
        assertThat(dualWriteFixture.events).isEmpty();
    }

    @Test
    void status_eitherDown_isDownAndTold() {
        dualWriteFixture.second.faults().fail();
        assertThat(dualWriteFixture.both.status()).isEqualTo(Status.DOWN);
        assertThat(over(dualWriteFixture.second, dualWriteFixture.first).status())
                .as("as the first one")
                .isEqualTo(Status.DOWN);
        assertThat(dualWriteFixture.events).containsExactly(What.UNAVAILABLE, What.UNAVAILABLE);
    }

    @Test
    void status_storeThatCannotTell_isTakenToBeUp() {
        dualWriteFixture.second.faults().fail();

        assertThat(over(dualWriteFixture.first, new Silent(dualWriteFixture.second))
                        .status())
                .isEqualTo(Status.UP);
    }

    @Test
    @Tag("AV3")
    void status_storeThatThrows_isDown() {
        Telling throwing = new Telling(dualWriteFixture.second, () -> {
            throw new BackendUnavailableException("against its contract");
        });

        assertThat(over(dualWriteFixture.first, throwing).status()).isEqualTo(Status.DOWN);
    }

    @Test
    void status_askedByMany_asksTheStoresEveryFiveSeconds() {
        AtomicInteger asked = new AtomicInteger();
        DualWriteUserStore both = over(
                dualWriteFixture.first,
                new Telling(dualWriteFixture.second, () -> asked.incrementAndGet() == 1 ? Status.DOWN : Status.UP));
        for (int i = 0; i < 100; i++) {
            assertThat(both.status()).isEqualTo(Status.DOWN);
        }
        dualWriteFixture.pass(Duration.ofSeconds(5).minusMillis(1));
        assertThat(both.status()).as("just before").isEqualTo(Status.DOWN);
        dualWriteFixture.pass(Duration.ofMillis(1));

        assertThat(both.status()).as("five seconds later").isEqualTo(Status.UP);
        assertThat(asked).hasValue(2);
        assertThat(dualWriteFixture.events)
                .as("told once for each time the stores were asked")
                .containsExactly(What.UNAVAILABLE);
    }

    @Test
    void listener_thatThrows_changesNothing() {
        DualWriteParts quiet = dualWriteFixture.wiring(dualWriteFixture.first, dualWriteFixture.second);
        DualWriteUserStore both = new DualWriteUserStore(new DualWriteParts(
                quiet.first(),
                quiet.second(),
                quiet.expiry(),
                quiet.repairs(),
                quiet.contacts(),
                quiet.clock(),
                event -> {
                    throw new IllegalStateException("a listener's own trouble");
                }));

        assertThat(dualWriteFixture.write(both, dualWriteFixture.generation()))
                .isInstanceOf(UserStore.PasswordWrite.Written.class);
        dualWriteFixture.first.faults().fail();
        assertThatCode(both::status).doesNotThrowAnyException();
        assertThat(DualWriteFixture.password(dualWriteFixture.second)).isEqualTo("new");
    }

    @Test
    void wiring_oneStoreTwice_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dualWriteFixture.wiring(dualWriteFixture.first, dualWriteFixture.first))
                .withMessageContaining("first and second are the same store");
    }
}
