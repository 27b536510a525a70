package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Availability;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryAvailabilityTest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;

/** Backends that tell wrongly whether they are up. */
final class BrokenAvailabilities {
    private BrokenAvailabilities() {}

    /** The twin's fixture with something in front of the twin. */
    private static class Fixture extends InMemoryAvailabilityTest {
        private final Availability broken;

        Fixture(Function<Fixture, Availability> broken) {
            this.broken = broken.apply(this);
        }

        /** What the twin says and does, to be changed. */
        Availability.Status said() {
            return store.status();
        }

        Account account() {
            return store.load(anna).orElseThrow();
        }

        void stamp() {
            store.setDestinations(anna, account().destinations());
        }

        @Override
        protected Availability availability() {
            return broken;
        }
    }

    private static Supplier<Contract> with(Function<Fixture, Availability> broken) {
        return () -> new Fixture(broken);
    }

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "AV1",
                        "tries itself out with somebody's account",
                        with(fixture -> () -> fixture.said() == Availability.Status.UP
                                        && fixture.account().status() != AccountStatus.ACTIVE
                                ? Availability.Status.DOWN
                                : fixture.said())),
                Broken.of("AV2", "waits for the backend as long as it takes", Hanging::new),
                Broken.of("AV3", "throws when it is down", with(fixture -> () -> {
                    if (fixture.said() == Availability.Status.DOWN) {
                        throw new BackendUnavailableException("down");
                    }
                    return Availability.Status.UP;
                })),
                Broken.of("AV3", "is always up", with(fixture -> () -> Availability.Status.UP)),
                Broken.of("AV4", "stamps the time of the last question", with(fixture -> () -> {
                    if (fixture.said() == Availability.Status.UP) {
                        fixture.stamp();
                    }
                    return fixture.said();
                })));
    }

    private static final class Hanging extends Fixture {
        private CountDownLatch answer = new CountDownLatch(0);

        Hanging() {
            super(fixture -> () -> ((Hanging) fixture).waited());
        }

        private Availability.Status waited() {
            try {
                answer.await();
                return said();
            } catch (InterruptedException e) {
                return Availability.Status.DOWN;
            }
        }

        @Override
        protected boolean hang(boolean on) {
            if (on) {
                answer = new CountDownLatch(1);
            } else {
                answer.countDown();
            }
            return true;
        }
    }
}
