package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.memory.InMemoryRepairStore;
import dev.sspr.spi.memory.InMemoryUserStore;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One person in two twins, with a clock that goes when told. */
final class DualWriteFixture {
    static final UserId ANNA = new UserId("anna-1");
    static final LoginName LOGIN = new LoginName("anna");
    static final Destination MAIL = new Destination("m1", Channel.EMAIL, "anna@example.org");
    static final String OLD = "the password before";
    static final String NEW = "the password after";
    static final String FOREIGN = "somebody else's password";

    final InMemoryUserStore first = InMemoryUserStore.forTests();
    final InMemoryUserStore second = InMemoryUserStore.forTests();
    final InMemoryRepairStore repairs = new InMemoryRepairStore();
    final List<WritebackEvent.What> events = new ArrayList<>();
    final DualWriteUserStore both;
    private int writes;
    private Instant now = Instant.parse("2031-05-06T07:08:09Z");

    DualWriteFixture() {
        first.add(account(), Secret.of(OLD), LOGIN);
        // the two count differently
        second.add(account(), Secret.of(FOREIGN), LOGIN).add(account(), Secret.of(OLD), LOGIN);
        both = new DualWriteUserStore(wiring(first, second));
    }

    DualWriteParts wiring(UserStore one, UserStore other) {
        return new DualWriteParts(
                one, other, second, repairs, DualWriteParts.Side.FIRST, () -> now, event -> events.add(event.what()));
    }

    static Account account() {
        return new Account(
                ANNA,
                AccountStatus.ACTIVE,
                Account.Privilege.ORDINARY,
                Generation.of(1),
                Optional.empty(),
                List.of(MAIL),
                List.of());
    }

    Generation generation() {
        return both.load(ANNA).orElseThrow().generation();
    }

    UserStore.PasswordWrite write(UserStore store, Generation expected) {
        writes++;
        return store.setPassword(ANNA, expected, Secret.of(NEW), new WriteId("write-" + writes));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    int open() {
        return repairs.due(Instant.MAX, 100).size();
    }

    static boolean signsIn(InMemoryUserStore store, String password) {
        return store.signsIn(LOGIN, Secret.of(password)) == SignIn.SIGNED_IN;
    }

    /** Which password signs in at a store. */
    static String password(InMemoryUserStore store) {
        if (signsIn(store, NEW)) {
            return "new";
        }
        if (signsIn(store, OLD)) {
            return "old";
        }
        return signsIn(store, FOREIGN) ? "foreign" : "none";
    }
}
