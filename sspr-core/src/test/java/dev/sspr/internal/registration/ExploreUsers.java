package dev.sspr.internal.registration;

import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The explorer's user store, and the sessions of its users. */
final class ExploreUsers implements UserStore, SessionRevoker {
    private final ExploreHost host;

    ExploreUsers(ExploreHost host) {
        this.host = host;
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        return host.gate.pass(
                "lookup",
                () -> Stream.of(host.sim.victim, host.sim.other)
                        .filter(person -> person.login.equals(login))
                        .findFirst()
                        .<UserStore.Lookup>map(person -> new UserStore.Lookup.One(seen(person), person.login))
                        .orElseGet(UserStore.Lookup.None::new));
    }

    @Override
    public Optional<Account> load(UserId id) {
        return host.gate.pass("load", () -> Optional.of(seen(host.sim.person(id.value()))));
    }

    private Account seen(ExplorePerson person) {
        host.turn().account = Optional.of(person.account());
        return person.account();
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        ExplorePerson person = host.sim.person(id.value());
        ExploreBroken.unless(
                host.turn().call == ExploreTurn.Call.RESET, "P14", "a password is set by a call for security info");
        host.writes.asked(person);
        return host.gate.pass("write", () -> {
            if (!person.status.usable()) {
                return new UserStore.PasswordWrite.NotUsable(person.status);
            }
            if (!person.generation().equals(expected)) {
                return new UserStore.PasswordWrite.Stale();
            }
            host.writes.writing(person);
            person.reset(host.sim.now());
            return new UserStore.PasswordWrite.Written(person.generation());
        });
    }

    @Override
    public SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore) {
        return host.gate.pass("revoke", () -> {
            host.turn().revoked = true;
            host.sim.person(user.value()).owesRevocation = false;
            return new SessionRevoker.Revocation.Ended(0);
        });
    }
}
