package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.CompleteResult.Done.Sessions;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Availability;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A store made of two: down before the start, and half done at the end. */
class PartialWriteTest {
    /** Writes, and says that the other store did not get it. */
    private static final class Half implements UserStore, Availability {
        private final UserStore users;
        private Status status = Status.UP;

        Half(UserStore users) {
            this.users = users;
        }

        @Override
        public UserStore.Lookup find(LoginName login) {
            return users.find(login);
        }

        @Override
        public Optional<Account> load(UserId id) {
            return users.load(id);
        }

        @Override
        public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
            UserStore.PasswordWrite result = users.setPassword(id, expected, password, write);
            return result instanceof UserStore.PasswordWrite.Written
                    ? new UserStore.PasswordWrite.Partly(UserStore.PasswordWrite.Partly.Why.UNAVAILABLE, List.of())
                    : result;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final Half half = new Half(fixture.users);
    private final ResetFlow reset;

    PartialWriteTest() {
        fixture.usersPlug = half;
        reset = fixture.reset();
    }

    private FlowHandle proven() {
        FlowHandle handle = fixture.started(reset, "alice");
        reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        return handle;
    }

    @Test
    @DisplayName("RST-22: a password in one of two stores is told so, at every click, and all that follows is done")
    void complete_thatLandedInOneStore_saysSoForEver() {
        FlowHandle handle = proven();
        CompleteResult partly = new CompleteResult.PartlyDone(Sessions.ENDED, Optional.empty());

        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(partly);
        assertThat(reset.complete(handle, ResetFixture.NEW))
                .as("while it follows")
                .isEqualTo(partly);
        fixture.executor.runAll();
        assertThat(reset.complete(handle, ResetFixture.NEW))
                .as("when all is done")
                .isEqualTo(partly);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        assertThat(fixture.audit.events())
                .filteredOn(event -> event.type() == AuditType.PASSWORD_SET)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.attributes()).containsEntry("reason", "OnPremisesSuccessCloudFailure"));
        assertThat(fixture.audit.events()).extracting("type").contains(AuditType.SESSIONS_REVOKED, AuditType.NOTIFIED);
    }

    @Test
    void complete_thatLandedInOneStoreWithSessionsLeft_saysBoth() {
        fixture.sessionsPlug = (user, before) -> new SessionRevoker.Revocation.Unconfirmed();
        ResetFlow other = fixture.reset();
        FlowHandle handle = fixture.started(other, "alice");
        other.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        CompleteResult partly = new CompleteResult.PartlyDone(Sessions.PENDING, Optional.empty());

        assertThat(other.complete(handle, ResetFixture.NEW)).isEqualTo(partly);
        assertThat(other.complete(handle, ResetFixture.NEW)).isEqualTo(partly);
    }

    @Test
    @DisplayName("WB-02: while a store is down, every name gets one answer, and nothing is charged or stored")
    void start_whileTheStoreIsDown_isTheSameForEverybody() {
        half.status = Availability.Status.DOWN;

        for (String name : List.of("alice", "nobody", "", "a\u0000b")) {
            for (int time = 0; time < 20; time++) {
                assertThat(reset.start(name, FlowContext.of(Locale.ENGLISH)))
                        .as("for '%s'", name)
                        .isEqualTo(Refused.of(Refusal.STORE_UNAVAILABLE));
            }
        }
        assertThat(fixture.audit.events()).extracting("type").containsOnly(AuditType.START_REFUSED);

        half.status = Availability.Status.UP;
        assertThat(reset.complete(proven(), ResetFixture.NEW)).isInstanceOf(CompleteResult.PartlyDone.class);
    }
}
