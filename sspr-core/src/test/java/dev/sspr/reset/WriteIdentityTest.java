package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.CompleteResult.NotConfirmed.Reason;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Notice;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import dev.sspr.spi.kit.Race;
import dev.sspr.spi.memory.Faults;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the password that was given is set: known by the write's id or by the store's verifier, or said not to be. */
@Tag("F2-R8")
@Tag("F2-S13")
class WriteIdentityTest {
    private static final Secret OTHER = Secret.of("another sentence altogether");
    private static final CompleteResult DONE = new CompleteResult.Done(CompleteResult.Done.Sessions.ENDED);

    private final ResetFixture fixture = new ResetFixture().withAlice();

    private static CompleteResult not(Reason reason) {
        return new CompleteResult.NotConfirmed(reason);
    }

    /** A flow whose first complete was cut, before or after the write. */
    private FlowHandle cut(ResetFlow reset, boolean written) {
        FlowHandle handle = fixture.proven(reset);
        Faults faults = fixture.users.faults();
        faults.beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                if (written) {
                    faults.loseNextAnswers(1);
                } else {
                    faults.failNext(1);
                }
            }
        });
        assertThatThrownBy(() -> reset.complete(handle, ResetFixture.NEW)).isInstanceOf(UnavailableException.class);
        faults.beforeEachCall(operation -> {});
        return handle;
    }

    private void addressChanges() {
        fixture.users.setDestinations(ResetFixture.ALICE_ID, List.of(ResetFixture.MAIL));
    }

    private List<AuditEvent> passwordsSet() {
        return fixture.audit.events().stream()
                .filter(event -> event.type() == AuditType.PASSWORD_SET)
                .toList();
    }

    private boolean signsIn(Secret password) {
        return fixture.users.signsIn(ResetFixture.ALICE, password) == SignIn.SIGNED_IN;
    }

    /** A store that keeps no write ids. */
    private final class Forgetful implements UserStore {
        private Account without(Account it) {
            return new Account(
                    it.id(), it.status(), it.privilege(), it.generation(), it.locale(), it.destinations(), it.words());
        }

        @Override
        public UserStore.Lookup find(LoginName login) {
            return fixture.users.find(login) instanceof UserStore.Lookup.One one
                    ? new UserStore.Lookup.One(without(one.account()), one.matched())
                    : fixture.users.find(login);
        }

        @Override
        public Optional<Account> load(UserId id) {
            return fixture.users.load(id).map(this::without);
        }

        @Override
        public UserStore.PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write) {
            return fixture.users.setPassword(id, expected, password, write);
        }
    }

    private ResetFlow overForgetfulStore(Optional<PasswordVerifier> verifier) {
        fixture.usersPlug = new Forgetful();
        fixture.verifierOfUsers = verifier;
        return fixture.reset();
    }

    @Test
    @DisplayName("F2-R8: a write that never landed is not Done because an address has changed")
    void complete_afterALostWriteAndAChangedAddress_isNotDone() {
        ResetFlow reset = fixture.reset();
        FlowHandle handle = cut(reset, false);
        addressChanges();

        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(not(Reason.OTHER_PASSWORD));
        assertThat(signsIn(ResetFixture.OLD)).isTrue();
        assertThat(passwordsSet()).allMatch(event -> event.outcome() == AuditEvent.Outcome.FAILURE);
    }

    @Test
    @DisplayName("F2-R8: a write that never landed is not Done because an administrator has set a password")
    void complete_afterALostWriteAndAnAdministrator_isNotDone() {
        ResetFlow reset = fixture.reset();
        FlowHandle handle = cut(reset, false);
        fixture.users.changePassword(ResetFixture.ALICE_ID, OTHER);

        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(not(Reason.OTHER_PASSWORD));
        assertThat(signsIn(OTHER)).isTrue();
    }

    @Test
    @DisplayName("F2-R8: a write that never landed is not Done because another reset has landed")
    void complete_afterALostWriteAndAnotherReset_isNotDone() {
        ResetFlow reset = fixture.reset();
        FlowHandle handle = cut(reset, false);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle second = fixture.proven(reset);
        assertThat(reset.complete(second, OTHER)).isEqualTo(DONE);

        assertThat(reset.complete(handle, ResetFixture.NEW)).isNotInstanceOf(CompleteResult.Done.class);
        assertThat(reset.status(handle)).isNotEqualTo(FlowStatus.DONE);
        assertThat(signsIn(OTHER)).isTrue();
    }

    @Test
    @DisplayName("F2-R8: a write that landed is Done, whatever address has changed since")
    void complete_afterALandedWriteAndAChangedAddress_isDone() {
        ResetFlow reset = fixture.reset();
        FlowHandle handle = cut(reset, true);
        addressChanges();

        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        assertThat(passwordsSet()).hasSize(1).allMatch(event -> event.outcome() == AuditEvent.Outcome.SUCCESS);
    }

    @Test
    @DisplayName("F2-S13: after the first password's answer was lost, a second password is not Done")
    void complete_withASecondPasswordAfterALostAnswer_isNotDone() {
        ResetFlow reset = fixture.reset();
        FlowHandle handle = cut(reset, true);

        assertThat(reset.complete(handle, OTHER)).isEqualTo(not(Reason.OTHER_PASSWORD));
        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        assertThat(signsIn(ResetFixture.NEW)).isTrue();
    }

    @Test
    @DisplayName("F2-S13: after Done, a second password is not Done, at once and when all is followed up")
    void complete_withASecondPasswordAfterDone_isNotDone() {
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.proven(reset);

        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(DONE);
        assertThat(reset.complete(handle, OTHER)).isEqualTo(not(Reason.OTHER_PASSWORD));
        fixture.executor.runAll();
        assertThat(reset.complete(handle, OTHER)).isEqualTo(not(Reason.OTHER_PASSWORD));
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(DONE);
    }

    @Test
    @DisplayName("F2-S13: after ten wrong passwords the store is not asked any more")
    void complete_withManyPasswordsAfterDone_isNoWayToGuess() {
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.proven(reset);
        reset.complete(handle, ResetFixture.NEW);

        for (int i = 0; i < 10; i++) {
            assertThat(reset.complete(handle, Secret.of("a guess with the number " + i)))
                    .isEqualTo(not(Reason.OTHER_PASSWORD));
        }
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(not(Reason.UNKNOWN));
    }

    @RepeatedTest(20)
    @DisplayName("F2-S13: of two passwords given at once, Done is said for the one that signs in")
    void complete_withTwoPasswordsAtOnce_isDoneForOne() {
        ResetFlow reset = fixture.reset();
        ResetFlow node = fixture.reset();
        FlowHandle handle = fixture.proven(reset);
        List<Secret> passwords = List.of(ResetFixture.NEW, OTHER);

        List<CompleteResult> results = Race.run(8, i -> (i < 4 ? reset : node).complete(handle, passwords.get(i % 2)));

        Secret set = signsIn(OTHER) ? OTHER : ResetFixture.NEW;
        for (int i = 0; i < results.size(); i++) {
            if (!passwords.get(i % 2).equals(set)) {
                assertThat(results.get(i)).isNotInstanceOf(CompleteResult.Done.class);
            }
        }
        assertThat(results).contains(DONE);
    }

    @Test
    @DisplayName("F2-R8: a store that can only verify says which password is set")
    void complete_overAStoreThatVerifies_asksIt() {
        ResetFlow reset = overForgetfulStore(Optional.of(fixture.users));
        FlowHandle handle = cut(reset, true);
        addressChanges();

        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @DisplayName("F2-R8: a store that can tell nothing makes the answer unknown, and the owner is told so")
    void complete_overAStoreThatTellsNothing_isUnknown() {
        ResetFlow reset = overForgetfulStore(Optional.empty());
        FlowHandle handle = cut(reset, true);
        fixture.users.setDestinations(ResetFixture.ALICE_ID, List.of(ResetFixture.MAIL, ResetFixture.PHONE));

        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(not(Reason.UNKNOWN));
        fixture.executor.runAll();

        assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(not(Reason.UNKNOWN));
        assertThat(passwordsSet())
                .hasSize(1)
                .allMatch(event -> event.outcome() == AuditEvent.Outcome.FAILURE
                        && "write-unconfirmed".equals(event.attributes().get("reason")));
        assertThat(fixture.notifier.messages())
                .anyMatch(message -> message.content() instanceof Notice.PasswordUnconfirmed)
                .noneMatch(message -> message.content() instanceof Notice.PasswordChanged);
    }
}
