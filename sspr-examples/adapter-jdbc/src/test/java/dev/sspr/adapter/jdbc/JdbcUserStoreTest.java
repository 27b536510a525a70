package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.kit.UserStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** U1 to U16 and L1 to L10 on every engine. */
final class JdbcUserStoreTest {
    abstract static class Kit extends UserStoreContract {
        private final Fixture fixture;

        Kit(Engine engine) {
            fixture = new Fixture(engine);
        }

        @Override
        protected UserStore store() {
            return fixture.stores().users();
        }

        @Override
        protected void add(Account account, LoginName login, Secret password) {
            fixture.add(account, login, password);
        }

        @Override
        protected boolean addWithoutStatus(Account account, LoginName login) {
            fixture.addWithoutStatus(account, login);
            return true;
        }

        @Override
        protected void remove(UserId id) {
            fixture.stores().accounts().delete(id);
        }

        @Override
        protected boolean administer(UserId id, AccountStatus status) {
            return fixture.stores().accounts().setStatus(id, status) == AccountChange.DONE;
        }

        @Override
        protected boolean signsIn(LoginName login, Secret password) {
            return fixture.signsIn(login, password);
        }

        @Override
        protected String dump() {
            return Dump.of(fixture.sure());
        }

        @Override
        protected String storedPassword(UserId id) {
            return fixture.storedPassword(id);
        }

        @Override
        protected Optional<UserStore> otherTenant() {
            return Optional.of(fixture.otherTenant.users());
        }

        @Override
        protected Optional<UserStore> otherNode() {
            return Optional.of(fixture.otherNode.users());
        }

        @Override
        protected Optional<Secret> refusedPassword() {
            return Optional.of(Secret.of("x".repeat(1025)));
        }

        /** A round costs two slow hashes, and two processes race as well in {@link TwoProcessesTest}. */
        @Override
        protected int rounds() {
            return Integer.getInteger("sspr.kit.rounds", 12);
        }

        @Override
        protected void outage(boolean on) {
            fixture.outage(on);
        }

        @Override
        protected boolean hang(boolean on) {
            return fixture.hang(on);
        }
    }

    @Nested
    final class OnH2 extends Kit {
        OnH2() {
            super(Engine.H2);
        }
    }

    @Nested
    final class OnH2AsPostgresql extends Kit {
        OnH2AsPostgresql() {
            super(Engine.H2_AS_POSTGRESQL);
        }
    }

    @Nested
    final class OnH2File extends Kit {
        OnH2File() {
            super(Engine.H2_FILE);
        }
    }

    @Nested
    final class OnPostgresql extends Kit {
        OnPostgresql() {
            super(Engine.POSTGRESQL);
        }
    }
}
