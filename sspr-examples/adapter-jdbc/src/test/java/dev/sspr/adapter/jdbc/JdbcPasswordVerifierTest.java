package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.kit.PasswordVerifierContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Q1 to Q8 on both engines. */
final class JdbcPasswordVerifierTest {
    abstract static class Kit extends PasswordVerifierContract {
        private final Fixture fixture;

        Kit(Engine engine) {
            fixture = new Fixture(engine);
        }

        @Override
        protected PasswordVerifier verifier() {
            return fixture.stores().users();
        }

        @Override
        protected void add(Account account, Secret password) {
            fixture.add(account, samples.login(), password);
        }

        @Override
        protected void write(UserId user, Secret password) {
            Generation now = account(user).orElseThrow().generation();
            fixture.otherNode.users().setPassword(user, now, password, new WriteId("w-1"));
        }

        @Override
        protected Optional<Account> account(UserId user) {
            return fixture.stores().users().load(user);
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
    final class OnPostgresql extends Kit {
        OnPostgresql() {
            super(Engine.POSTGRESQL);
        }
    }
}
