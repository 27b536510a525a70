package dev.sspr.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.fixture.WatchedUsers;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnlockResult;
import dev.sspr.internal.unlock.UnlockFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("R-FLOW-8")
class AccountUnlockTest {
    private static final UnlockResult UNLOCKED = new UnlockResult.Unlocked(Optional.empty());

    private final List<String> calls = new ArrayList<>();
    private final ResetFixture fixture = new ResetFixture().withLockedAlice().through(call -> {
        calls.add(call.name());
        return call.go();
    });
    private final UnlockFlow unlock = fixture.unlock();
    private final TestedFlow flow = TestedFlow.of(unlock);

    private static NotPossible not(NotPossible.Reason reason) {
        return new NotPossible(reason, Purpose.UNLOCK);
    }

    @Test
    @Tag("P14")
    void unlock_withTheRightCode_liftsTheLockAndNothingElse() {
        String hash = fixture.users.passwordRecord(ResetFixture.ALICE_ID).orElseThrow();
        Account before = fixture.users.load(ResetFixture.ALICE_ID).orElseThrow();
        FlowHandle handle = fixture.started(flow, "Alice");

        AnswerResult answer = unlock.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        UnlockResult done = unlock.complete(handle);
        fixture.executor.runAll();

        assertThat(answer).isEqualTo(new AnswerResult.Proven());
        assertThat(done).isEqualTo(UNLOCKED);
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(fixture.users.passwordRecord(ResetFixture.ALICE_ID)).contains(hash);
        assertThat(fixture.users.load(ResetFixture.ALICE_ID).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("status")
                .isEqualTo(before);
        assertThat(calls)
                .contains("AccountUnlocker.unlock", "Clearing.accept")
                .doesNotContain("UserStore.setPassword", "SessionRevoker.revokeAll");
        assertThat(unlock.status(handle)).isEqualTo(FlowStatus.DONE);
    }

    @Test
    void complete_twice_liftsOnceAndSaysTheSame() {
        FlowHandle handle = fixture.proven(unlock);

        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        fixture.users.setStatus(ResetFixture.ALICE_ID, AccountStatus.LOCKED);
        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
        assertThat(calls).filteredOn("AccountUnlocker.unlock"::equals).hasSize(1);
    }

    @Test
    void complete_beforeTheProof_isRefused() {
        FlowHandle handle = fixture.started(flow, "alice");

        assertThat(unlock.complete(handle)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(unlock.complete(FlowHandle.of("nothing"))).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
    }

    @Test
    void unlock_ofAPrivilegedAccount_takesTwoProofs() {
        fixture.with("root", AccountStatus.LOCKED, Account.Privilege.PRIVILEGED, ResetFixture.MAIL, ResetFixture.PHONE);
        FlowHandle handle = fixture.started(flow, "root");

        assertThat(unlock.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                .isInstanceOf(AnswerResult.MoreNeeded.class);
        assertThat(unlock.complete(handle)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        unlock.choose(handle, MethodKind.SMS_CODE);
        fixture.executor.runAll();
        assertThat(unlock.answer(handle, fixture.codeTo(ResetFixture.PHONE))).isEqualTo(new AnswerResult.Proven());
        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
    }

    @Test
    void link_leadsOnElsewhere_underANameOfItsOwn() {
        FlowHandle stranger = fixture.started(flow, "alice");
        String url = fixture.content(ResetFixture.MAIL).link().orElseThrow().exposeTo(String::new);
        String cancel =
                fixture.content(ResetFixture.MAIL).cancel().orElseThrow().exposeTo(String::new);
        Secret link = fixture.linkTo(ResetFixture.MAIL);

        assertThat(url).contains("#unlock-continue=");
        assertThat(cancel).contains("#unlock-cancel=");
        assertThat(unlock.open(link, Optional.of(stranger))).isEqualTo(LinkView.HERE);
        AnswerResult.Moved moved = (AnswerResult.Moved) unlock.continueHere(link);
        assertThat(unlock.status(stranger)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(unlock.complete(moved.handle())).isEqualTo(UNLOCKED);
    }

    @Test
    void cancel_endsIt() {
        FlowHandle handle = fixture.proven(unlock);

        assertThat(unlock.cancel(handle)).isEqualTo(FlowStatus.ENDED);
        assertThat(unlock.complete(handle)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
    }

    @Nested
    class AnAccountThatIsNotLocked {
        @Test
        @Tag("R-ENUM-1")
        void learnsItAfterTheProofOnly_andSpendsNothing() {
            fixture.users.setStatus(ResetFixture.ALICE_ID, AccountStatus.ACTIVE);
            FlowHandle handle = fixture.started(flow, "alice");

            assertThat(unlock.complete(handle)).isEqualTo(Refused.of(Refusal.NOT_NOW));
            unlock.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            assertThat(unlock.complete(handle)).isEqualTo(new UnlockResult.NotLocked());
            assertThat(calls).doesNotContain("AccountUnlocker.unlock", "Clearing.accept");
            fixture.users.setStatus(ResetFixture.ALICE_ID, AccountStatus.LOCKED);
            assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        }

        @Test
        void unlockedBetweenTheLookAndTheDeed_isNotLocked() {
            WatchedUsers users = new WatchedUsers(fixture.users);
            fixture.usersPlug = users;
            UnlockFlow raced = fixture.unlock();
            FlowHandle handle = fixture.proven(raced);
            users.afterLoad = () -> fixture.users.setStatus(ResetFixture.ALICE_ID, AccountStatus.ACTIVE);

            assertThat(raced.complete(handle)).isEqualTo(new UnlockResult.NotLocked());
            assertThat(raced.status(handle)).isEqualTo(FlowStatus.PROVEN);
        }
    }

    @Nested
    class WhenSomethingChangesMeanwhile {
        private final FlowHandle handle = fixture.proven(unlock);

        @ParameterizedTest
        @EnumSource(
                value = AccountStatus.class,
                names = {"DISABLED", "EXPIRED", "NO_PASSWORD_HERE", "SELF_SERVICE_OFF", "UNKNOWN"})
        @Tag("P14")
        void account_outOfUse_staysSo(AccountStatus status) {
            fixture.users.setStatus(ResetFixture.ALICE_ID, status);

            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.ACCOUNT_NOT_USABLE));
            assertThat(fixture.status()).isEqualTo(status);
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.ENDED);
            assertThat(calls).doesNotContain("AccountUnlocker.unlock", "Clearing.accept");
        }

        @Test
        @Tag("P14")
        void account_disabledBetweenTheLookAndTheDeed_staysSo() {
            WatchedUsers users = new WatchedUsers(fixture.users);
            fixture.usersPlug = users;
            users.afterLoad = () -> fixture.users.setStatus(ResetFixture.ALICE_ID, AccountStatus.DISABLED);

            assertThat(fixture.unlock().complete(handle)).isEqualTo(not(NotPossible.Reason.ACCOUNT_NOT_USABLE));
            assertThat(fixture.status()).isEqualTo(AccountStatus.DISABLED);
        }

        @Test
        void account_removed_isNotPossible() {
            fixture.users.remove(ResetFixture.ALICE_ID);

            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.ACCOUNT_NOT_USABLE));
        }

        @Test
        @Tag("R-TOK-8")
        void address_changed_isSuperseded() {
            fixture.users.setDestinations(ResetFixture.ALICE_ID, List.of(ResetFixture.PHONE));

            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.SUPERSEDED));
            assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
        }

        @Test
        @Tag("R-TOK-8")
        void address_changedBetweenTheLookAndTheDeed_isSuperseded() {
            WatchedUsers users = new WatchedUsers(fixture.users);
            fixture.usersPlug = users;
            List<Destination> other = List.of(ResetFixture.PHONE);
            users.afterLoad = () -> fixture.users.setDestinations(ResetFixture.ALICE_ID, other);

            assertThat(fixture.unlock().complete(handle)).isEqualTo(not(NotPossible.Reason.SUPERSEDED));
            assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
        }

        @Test
        @Tag("R-FLOW-6")
        void bar_raised_takesMoreProofs() {
            fixture.clock.advance(Duration.ofMinutes(2));
            FlowHandle other = fixture.started(flow, "alice");
            unlock.report(fixture.cancelTo(ResetFixture.MAIL));

            assertThat(unlock.status(other)).isEqualTo(FlowStatus.ENDED);
            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.MORE_PROOFS_NEEDED));
            assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
        }
    }

    @Test
    @Tag("R-ENUM-9")
    void start_ofADisabledAccount_explainsAtItsOwnAddressOnly() {
        fixture.with("bob", AccountStatus.DISABLED, Account.Privilege.ORDINARY, ResetFixture.MAIL);
        FlowHandle handle = fixture.started(flow, "bob");

        assertThat(fixture.notifier.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().template()).isEqualTo("unlock.not-possible"));
        assertThat(unlock.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(unlock.resend(handle)).isInstanceOf(Refused.class);
    }
}
