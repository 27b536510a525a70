package dev.sspr.explore;

import dev.sspr.explore.Sim.Session;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordCheck;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Revocation;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.Unlocking;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
import dev.sspr.spi.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The host's user store, which can also verify a password and lift a lock, and the sessions of its users. */
final class Users implements UserStore, PasswordVerifier, AccountUnlocker, SessionRevoker {
    static final LoginName NAME = new LoginName("alice");
    static final UserId MALLORY = new UserId("mallory-1");

    private final Host host;

    Users(Host host) {
        this.host = host;
    }

    @Override
    public UserLookup find(LoginName login) {
        return host.gate.pass(
                "lookup", () -> login.equals(NAME) ? new UserLookup.One(alice(), NAME) : new UserLookup.None());
    }

    @Override
    public Optional<Account> load(UserId id) {
        return host.gate.pass(
                "load",
                () -> id.equals(Sim.ALICE)
                        ? Optional.of(alice())
                        : id.equals(Sim.DORA) || id.equals(MALLORY) ? Optional.of(someoneElse(id)) : Optional.empty());
    }

    private Account alice() {
        return new Account(
                Sim.ALICE,
                host.lies(Lie.SEES_NO_STATUS) ? AccountStatus.ACTIVE : host.sim.status,
                Privilege.ORDINARY,
                Generation.of(host.sim.generation),
                Optional.of(Locale.ENGLISH),
                List.of(Sim.MAIL),
                List.of());
    }

    private static Account someoneElse(UserId id) {
        return new Account(
                id,
                AccountStatus.ACTIVE,
                Privilege.PRIVILEGED,
                Generation.of(1),
                Optional.of(Locale.ENGLISH),
                List.of(),
                List.of());
    }

    @Override
    public PasswordWrite setPassword(UserId id, Generation expected, Secret password) {
        return host.gate.pass("write", () -> {
            Sim sim = host.sim;
            if (!sim.status.usable() && !host.lies(Lie.SEES_NO_STATUS)) {
                return new PasswordWrite.NotUsable(sim.status);
            }
            if (!Generation.of(sim.generation).equals(expected) && !host.lies(Lie.WRITES_ANYWAY)) {
                return new PasswordWrite.Stale();
            }
            host.laws.write();
            sim.password = Word.of(password);
            sim.status = AccountStatus.ACTIVE;
            sim.generation += host.lies(Lie.SAME_GENERATION) ? 0 : 1;
            return new PasswordWrite.Written(Generation.of(sim.generation));
        });
    }

    @Override
    public PasswordCheck check(UserId user, Secret password) {
        return host.gate.pass("check", () -> {
            boolean right = host.sim.password.is(password);
            host.turn().typedRight |= right;
            if (!right && !host.lies(Lie.EVERY_PASSWORD_RIGHT)) {
                return PasswordCheck.WRONG;
            }
            AccountStatus told = host.lies(Lie.SEES_NO_STATUS) ? AccountStatus.ACTIVE : host.sim.status;
            return switch (told) {
                case ACTIVE -> PasswordCheck.RIGHT;
                case LOCKED -> PasswordCheck.LOCKED;
                default -> PasswordCheck.NOT_USABLE;
            };
        });
    }

    @Override
    public Unlocking unlock(UserId id, Generation expected) {
        return host.gate.pass("unlock", () -> {
            AccountStatus status = host.sim.status;
            boolean lock = status == AccountStatus.LOCKED;
            if (!status.usable() && !host.lies(Lie.UNLOCKS_ANYTHING)) {
                return new Unlocking.NotUsable(status);
            }
            if (!Generation.of(host.sim.generation).equals(expected)) {
                return new Unlocking.Stale();
            }
            if (status == AccountStatus.ACTIVE) {
                return new Unlocking.NotLocked();
            }
            host.laws.unlock(lock);
            host.sim.status = AccountStatus.ACTIVE;
            return new Unlocking.Unlocked();
        });
    }

    @Override
    public Revocation revokeAll(UserId user, Instant issuedBefore) {
        return host.gate.pass("revoke", () -> {
            List<Session> all = host.sim.sessions;
            int before = all.size();
            if (!host.lies(Lie.REVOKES_NOTHING)) {
                all.removeIf(one -> one.issuedAt().isBefore(issuedBefore));
            }
            return new Revocation.Ended(before - all.size());
        });
    }
}
