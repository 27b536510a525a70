package dev.sspr.explore;

import dev.sspr.explore.ExploredWorld.Session;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The host's user store, which can also verify a password and lift a lock, and the sessions of its users. */
final class ExploredUserStore implements UserStore, PasswordVerifier, AccountUnlocker, SessionRevoker {
    static final LoginName NAME = new LoginName("alice");
    static final UserId MALLORY = new UserId("mallory-1");

    private final ExploredHost exploredHost;

    ExploredUserStore(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    @Override
    public UserStore.Lookup find(LoginName login) {
        return exploredHost.gate.pass(
                "lookup",
                () -> login.equals(NAME) ? new UserStore.Lookup.One(alice(), NAME) : new UserStore.Lookup.None());
    }

    @Override
    public Optional<Account> load(UserId id) {
        return exploredHost.gate.pass(
                "load",
                () -> id.equals(ExploredWorld.ALICE)
                        ? Optional.of(alice())
                        : id.equals(ExploredWorld.DORA) || id.equals(MALLORY)
                                ? Optional.of(someoneElse(id))
                                : Optional.empty());
    }

    private Account alice() {
        return new Account(
                ExploredWorld.ALICE,
                exploredHost.lies(HostFault.SEES_NO_STATUS) ? AccountStatus.ACTIVE : exploredHost.exploredWorld.status,
                Account.Privilege.ORDINARY,
                Generation.of(exploredHost.exploredWorld.generation),
                Optional.of(Locale.ENGLISH),
                List.of(ExploredWorld.MAIL),
                List.of());
    }

    private static Account someoneElse(UserId id) {
        return new Account(
                id,
                AccountStatus.ACTIVE,
                Account.Privilege.PRIVILEGED,
                Generation.of(1),
                Optional.of(Locale.ENGLISH),
                List.of(),
                List.of());
    }

    @Override
    public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
        return exploredHost.gate.pass("write", () -> {
            ExploredWorld exploredWorld = exploredHost.exploredWorld;
            if (!exploredWorld.status.usable() && !exploredHost.lies(HostFault.SEES_NO_STATUS)) {
                return new UserStore.PasswordWrite.NotUsable(exploredWorld.status);
            }
            if (!Generation.of(exploredWorld.generation).equals(expected)
                    && !exploredHost.lies(HostFault.WRITES_ANYWAY)) {
                return new UserStore.PasswordWrite.Stale();
            }
            exploredHost.safetyProperties.write();
            exploredWorld.password = KnownPasswords.of(password);
            exploredWorld.status = AccountStatus.ACTIVE;
            exploredWorld.generation += exploredHost.lies(HostFault.SAME_GENERATION) ? 0 : 1;
            return new UserStore.PasswordWrite.Written(Generation.of(exploredWorld.generation));
        });
    }

    @Override
    public PasswordVerifier.Result check(UserId user, Secret password) {
        return exploredHost.gate.pass("check", () -> {
            boolean right = exploredHost.exploredWorld.password.is(password);
            exploredHost.callInProgress().typedRight |= right;
            if (!right && !exploredHost.lies(HostFault.EVERY_PASSWORD_RIGHT)) {
                return PasswordVerifier.Result.WRONG;
            }
            AccountStatus told = exploredHost.lies(HostFault.SEES_NO_STATUS)
                    ? AccountStatus.ACTIVE
                    : exploredHost.exploredWorld.status;
            return switch (told) {
                case ACTIVE -> PasswordVerifier.Result.RIGHT;
                case LOCKED -> PasswordVerifier.Result.LOCKED;
                default -> PasswordVerifier.Result.NOT_USABLE;
            };
        });
    }

    @Override
    public AccountUnlocker.Result unlock(UserId id, Generation expected) {
        return exploredHost.gate.pass("unlock", () -> {
            AccountStatus status = exploredHost.exploredWorld.status;
            boolean lock = status == AccountStatus.LOCKED;
            if (!status.usable() && !exploredHost.lies(HostFault.UNLOCKS_ANYTHING)) {
                return new AccountUnlocker.Result.NotUsable(status);
            }
            if (!Generation.of(exploredHost.exploredWorld.generation).equals(expected)) {
                return new AccountUnlocker.Result.Stale();
            }
            if (status == AccountStatus.ACTIVE) {
                return new AccountUnlocker.Result.NotLocked();
            }
            exploredHost.safetyProperties.unlock(lock);
            exploredHost.exploredWorld.status = AccountStatus.ACTIVE;
            return new AccountUnlocker.Result.Unlocked();
        });
    }

    @Override
    public SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore) {
        return exploredHost.gate.pass("revoke", () -> {
            List<Session> all = exploredHost.exploredWorld.sessions;
            int before = all.size();
            if (!exploredHost.lies(HostFault.REVOKES_NOTHING)) {
                all.removeIf(one -> one.issuedAt().isBefore(issuedBefore));
            }
            return new SessionRevoker.Revocation.Ended(before - all.size());
        });
    }
}
