package dev.sspr.spi.broken;

import dev.sspr.spi.Administrators;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryAdministratorsTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lists of administrators that are wrong. */
final class BrokenAdministrators {
    private BrokenAdministrators() {}

    private static Supplier<Contract> with(Function<Administrators, Administrators> broken) {
        return () -> new InMemoryAdministratorsTest() {
            private final Administrators one = broken.apply(administrators);

            @Override
            protected Administrators administrators() {
                return one;
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("G1", "tells everybody", with(twin -> about -> {
                    List<Destination> all = new ArrayList<>(twin.toTell(about));
                    all.add(new Destination("m1", Channel.EMAIL, "one@example.com"));
                    return all;
                })),
                Broken.of("G2", "tells a mailbox twice", () -> new InMemoryAdministratorsTest() {
                    @Override
                    protected Optional<Administrators> crowd() {
                        return super.crowd().map(twin -> about -> {
                            List<Destination> twice = new ArrayList<>(twin.toTell(about));
                            twice.set(0, twice.get(1));
                            return twice;
                        });
                    }
                }),
                Broken.of("G3", "lists them in another order each time", with(twin -> {
                    AtomicInteger asked = new AtomicInteger();
                    return about -> {
                        List<Destination> turned = new ArrayList<>(twin.toTell(about));
                        boolean alone = !Thread.currentThread().getName().equals("sspr-kit-race");
                        Collections.rotate(
                                turned, alone && about.value().equals("u-one") ? asked.getAndIncrement() / 2 : 0);
                        return turned;
                    };
                })),
                Broken.of("G4", "takes an outage for nobody", with(twin -> about -> {
                    try {
                        return twin.toTell(about);
                    } catch (BackendUnavailableException e) {
                        return List.of();
                    }
                })),
                Broken.of("G5", "keeps the question in a field", with(SharedField::new)),
                Broken.of(
                        "G6",
                        "tells nobody of nothing",
                        with(twin -> about -> about == null ? List.of() : twin.toTell(about))));
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements Administrators {
        private final Administrators twin;
        private final Meeting meeting = new Meeting();
        private volatile UserId current;

        SharedField(Administrators twin) {
            this.twin = twin;
        }

        @Override
        public List<Destination> toTell(UserId about) {
            current = about;
            meeting.await();
            return twin.toTell(current);
        }
    }
}
