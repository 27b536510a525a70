package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.kit.Samples;
import dev.sspr.spi.kit.UserStoreContract;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** U1 to U16 and L1 to L10 on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcUserStoreTest extends UserStoreContract {
    private final Fixture fixture;

    JdbcUserStoreTest(Engine engine) {
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
    protected boolean setPasswordElsewhere(Account account, Secret password) {
        fixture.setPasswordByHand(account.id(), password);
        return true;
    }

    @Override
    protected boolean changeDestinationElsewhere(Account account) {
        Destination added = new Destination("added", Channel.EMAIL, "added@example.org");
        return fixture.stores().accounts().addDestination(account.id(), added, Samples.NOW) == AccountChange.DONE;
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
