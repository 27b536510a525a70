package dev.sspr.internal.verification;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The explorer's user store. */
final class ExploreUsers implements UserStore, AccountUnlocker, PasswordVerifier {
    private final ExploreHost host;

    ExploreUsers(ExploreHost host) {
        this.host = host;
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        return host.gate.pass(
                "lookup",
                () -> Stream.of(host.sim.victim, host.sim.other)
                        .filter(person -> person.exists && person.login.equals(login))
                        .findFirst()
                        .<UserStore.Lookup>map(person -> new UserStore.Lookup.One(seen(person), person.login))
                        .orElseGet(UserStore.Lookup.None::new));
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
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        host.monitor.asked(id.value(), expected);
        unless(host.config.purpose() == Purpose.RESET, "P14", "an unlock sets a password");
        return host.gate.pass("write", () -> {
            if (host.gate.refuses()) {
                return new UserStore.PasswordWrite.Rejected(List.of(Finding.of("refused-here")));
            }
            String label = password.exposeTo(String::new);
            if (host.gate.isLate()) {
                host.sim.late = Optional.of(new Late(host.turn(), id, expected, label, write));
                throw new BackendUnavailableException("planned");
            }
            return write(id, expected, label, write);
        });
    }

    @Override
    public PasswordVerifier.Result check(UserId user, Secret password) {
        return host.gate.pass("check", () -> {
            boolean right = host.sim
                    .person(user.value())
                    .filter(person -> person.exists && person.password.equals(password.exposeTo(String::new)))
                    .isPresent();
            return right ? PasswordVerifier.Result.RIGHT : PasswordVerifier.Result.WRONG;
        });
    }

    @Override
    public AccountUnlocker.Result unlock(UserId id, Generation expected) {
        host.monitor.askedToUnlock(id.value());
        host.monitor.asked(id.value(), expected);
        return host.gate.pass("write", () -> {
            if (host.gate.isLate()) {
                host.sim.late = Optional.of(new Late(host.turn(), id, expected, "", WriteId.NONE));
                throw new BackendUnavailableException("planned");
            }
            return host.gate.refuses() ? new AccountUnlocker.Result.Stale() : lift(id, expected);
        });
    }

    private AccountUnlocker.Result lift(UserId id, Generation expected) {
        Optional<ExplorePerson> found = host.sim.person(id.value()).filter(person -> person.exists);
        if (found.isEmpty()) {
            return new AccountUnlocker.Result.NotUsable(AccountStatus.UNKNOWN);
        }
        ExplorePerson person = found.get();
        if (!person.status.usable() && !host.lies(ExploreFault.USERS_IGNORE_STATUS)) {
            return new AccountUnlocker.Result.NotUsable(person.status);
        }
        if (!person.generation().equals(expected) && !host.lies(ExploreFault.USERS_IGNORE_GENERATION)) {
            return new AccountUnlocker.Result.Stale();
        }
        if (person.status == AccountStatus.ACTIVE) {
            return new AccountUnlocker.Result.NotLocked();
        }
        host.monitor.unlocking(person);
        person.status = AccountStatus.ACTIVE;
        return new AccountUnlocker.Result.Unlocked();
    }

    /** A write that failed without an answer. */
    record Late(ExploreTurn turn, UserId id, Generation expected, String password, WriteId write) {}

    /** Such a write is done after all. */
    void lands(Late late) {
        host.sim.late = Optional.empty();
        host.turn().goesOn(late.turn());
        if (host.config.purpose() == Purpose.UNLOCK) {
            AccountUnlocker.Result unused = lift(late.id(), late.expected());
        } else {
            write(late.id(), late.expected(), late.password(), late.write());
        }
    }

    private UserStore.PasswordWrite write(UserId id, Generation expected, String password, WriteId write) {
        Optional<ExplorePerson> found = host.sim.person(id.value()).filter(person -> person.exists);
        if (found.isEmpty()) {
            return new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN);
        }
        ExplorePerson person = found.get();
        if (!person.status.usable() && !host.lies(ExploreFault.USERS_IGNORE_STATUS)) {
            return new UserStore.PasswordWrite.NotUsable(person.status);
        }
        if (!person.generation().equals(expected) && !host.lies(ExploreFault.USERS_IGNORE_GENERATION)) {
            return new UserStore.PasswordWrite.Stale();
        }
        host.monitor.writing(person);
        if (host.lies(ExploreFault.USERS_WRITE_TWICE)) {
            host.monitor.writing(person);
        }
        host.current().orElseThrow().wrote = Optional.of(password);
        person.generation++;
        person.password = password;
        person.wrote(write);
        return new UserStore.PasswordWrite.Written(person.generation());
    }
}
