package dev.sspr.internal.proof;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.Unlocking;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The explorer's user store. */
final class ExploreUsers implements UserStore, AccountUnlocker {
    private final ExploreHost host;

    ExploreUsers(ExploreHost host) {
        this.host = host;
    }

    @Override
    public UserLookup find(LoginName login) {
        return host.gate.pass(
                "lookup",
                () -> Stream.of(host.sim.victim, host.sim.other)
                        .filter(person -> person.exists && person.login.equals(login))
                        .findFirst()
                        .<UserLookup>map(person -> new UserLookup.One(seen(person), person.login))
                        .orElseGet(UserLookup.None::new));
    }

    @Override
    public Optional<Account> load(UserId id) {
        return host.gate.pass(
                "load",
                () -> host.sim.person(id.value()).flatMap(person -> {
                    Account account = seen(person);
                    return person.exists ? Optional.of(account) : Optional.empty();
                }));
    }

    private Account seen(ExplorePerson person) {
        host.turn().saw(person, host.config.policy());
        return person.account();
    }

    @Override
    public PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
        host.monitor.asked(id.value(), expected);
        unless(host.config.purpose() == Purpose.RESET, "P14", "an unlock sets a password");
        return host.gate.pass("write", () -> {
            if (host.gate.refuses()) {
                return new PasswordWrite.Rejected(List.of(Finding.of("refused-here")));
            }
            String label = password.exposeTo(String::new);
            if (host.gate.isLate()) {
                host.sim.late = Optional.of(new Late(host.turn(), id, expected, label));
                throw new BackendUnavailableException("planned");
            }
            return write(id, expected, label);
        });
    }

    @Override
    public Unlocking unlock(UserId id, Generation expected) {
        host.monitor.askedToUnlock(id.value());
        host.monitor.asked(id.value(), expected);
        return host.gate.pass("write", () -> {
            if (host.gate.isLate()) {
                host.sim.late = Optional.of(new Late(host.turn(), id, expected, ""));
                throw new BackendUnavailableException("planned");
            }
            return host.gate.refuses() ? new Unlocking.Stale() : lift(id, expected);
        });
    }

    private Unlocking lift(UserId id, Generation expected) {
        Optional<ExplorePerson> found = host.sim.person(id.value()).filter(person -> person.exists);
        if (found.isEmpty()) {
            return new Unlocking.NotUsable(AccountStatus.UNKNOWN);
        }
        ExplorePerson person = found.get();
        if (!person.status.usable() && !host.lies(ExploreLie.USERS_IGNORE_STATUS)) {
            return new Unlocking.NotUsable(person.status);
        }
        if (!person.generation().equals(expected) && !host.lies(ExploreLie.USERS_IGNORE_GENERATION)) {
            return new Unlocking.Stale();
        }
        if (person.status == AccountStatus.ACTIVE) {
            return new Unlocking.NotLocked();
        }
        host.monitor.unlocking(person);
        person.status = AccountStatus.ACTIVE;
        return new Unlocking.Unlocked();
    }

    /** A write that failed without an answer. */
    record Late(ExploreTurn turn, UserId id, Generation expected, String password) {}

    /** Such a write is done after all. */
    void lands(Late late) {
        host.sim.late = Optional.empty();
        host.turn().goesOn(late.turn());
        if (host.config.purpose() == Purpose.UNLOCK) {
            Unlocking unused = lift(late.id(), late.expected());
        } else {
            write(late.id(), late.expected(), late.password());
        }
    }

    private PasswordWrite write(UserId id, Generation expected, String password) {
        Optional<ExplorePerson> found = host.sim.person(id.value()).filter(person -> person.exists);
        if (found.isEmpty()) {
            return new PasswordWrite.NotUsable(AccountStatus.UNKNOWN);
        }
        ExplorePerson person = found.get();
        if (!person.status.usable() && !host.lies(ExploreLie.USERS_IGNORE_STATUS)) {
            return new PasswordWrite.NotUsable(person.status);
        }
        if (!person.generation().equals(expected) && !host.lies(ExploreLie.USERS_IGNORE_GENERATION)) {
            return new PasswordWrite.Stale();
        }
        host.monitor.writing(person);
        if (host.lies(ExploreLie.USERS_WRITE_TWICE)) {
            host.monitor.writing(person);
        }
        person.generation++;
        person.password = password;
        return new PasswordWrite.Written(person.generation());
    }
}
