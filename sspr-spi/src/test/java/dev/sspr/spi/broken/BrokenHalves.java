package dev.sspr.spi.broken;

import dev.sspr.spi.Generation;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.broken.BrokenLookups.Fixture;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stores made of two that are wrong about one half. */
final class BrokenHalves {
    private BrokenHalves() {}

    /** What a write comes to while the second half fails. */
    private interface Half {
        UserStore.PasswordWrite write(UserStore twin, UserId id, Generation expected, Secret password, WriteId write);
    }

    private static Fixture halves(Half half) {
        AtomicBoolean failing = new AtomicBoolean();
        return new Fixture(fixture -> new ForwardingUserStore(fixture.twin()) {
            @Override
            public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
                return failing.get()
                        ? half.write(fixture.twin(), id, expected, password, write)
                        : super.setPassword(id, expected, password, write);
            }
        }) {
            @Override
            protected boolean secondHalfFails(boolean on) {
                failing.set(on);
                return true;
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "U17",
                        "says Partly and keeps the generation",
                        () -> halves((twin, id, expected, password, write) -> new UserStore.PasswordWrite.Partly(
                                UserStore.PasswordWrite.Partly.Why.UNAVAILABLE, List.of()))),
                Broken.of("U17", "writes one and says that nothing was written", () -> halves(BrokenHalves::silent)));
    }

    private static UserStore.PasswordWrite silent(
            UserStore twin, UserId id, Generation expected, Secret password, WriteId write) {
        twin.setPassword(id, expected, password, write);
        return new UserStore.PasswordWrite.Stale();
    }
}
