package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import dev.sspr.unlock.AccountUnlock;
import dev.sspr.unlock.UnlockResult;
import dev.sspr.unlock.UnlockResult.NotPossible;
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
    private final World world = new World().withLockedAlice().through(call -> {
        calls.add(call.name());
        return call.go();
    });
    private final AccountUnlock unlock = world.unlock();
    private final Face face = Face.of(unlock);

    private static NotPossible not(NotPossible.Reason reason) {
        return new NotPossible(reason);
    }

    @Test
    @Tag("P14")
    void unlock_withTheRightCode_liftsTheLockAndNothingElse() {
        String hash = world.users.passwordRecord(World.ALICE_ID).orElseThrow();
        Account before = world.users.load(World.ALICE_ID).orElseThrow();
        FlowHandle handle = world.started(face, "Alice");

        AnswerResult answer = unlock.answer(handle, world.codeTo(World.MAIL));
        UnlockResult done = unlock.complete(handle);
        world.executor.runAll();

        assertThat(answer).isEqualTo(new AnswerResult.Proven());
        assertThat(done).isEqualTo(UNLOCKED);
        assertThat(world.users.signsIn(World.ALICE, World.OLD)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(world.users.passwordRecord(World.ALICE_ID)).contains(hash);
        assertThat(world.users.load(World.ALICE_ID).orElseThrow())
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
        FlowHandle handle = world.proven(unlock);

        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        world.users.setStatus(World.ALICE_ID, AccountStatus.LOCKED);
        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
        assertThat(calls).filteredOn("AccountUnlocker.unlock"::equals).hasSize(1);
    }

    @Test
    void complete_beforeTheProof_isRefused() {
        FlowHandle handle = world.started(face, "alice");

        assertThat(unlock.complete(handle)).isEqualTo(new UnlockResult.Refused(Refusal.NOT_NOW));
        assertThat(unlock.complete(FlowHandle.of("nothing"))).isEqualTo(new UnlockResult.Refused(Refusal.GONE));
        assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
    }

    @Test
    void unlock_ofAPrivilegedAccount_takesTwoProofs() {
        world.with("root", AccountStatus.LOCKED, Privilege.PRIVILEGED, World.MAIL, World.PHONE);
        FlowHandle handle = world.started(face, "root");

        assertThat(unlock.answer(handle, world.codeTo(World.MAIL))).isInstanceOf(AnswerResult.MoreNeeded.class);
        assertThat(unlock.complete(handle)).isEqualTo(new UnlockResult.Refused(Refusal.NOT_NOW));
        unlock.choose(handle, MethodKind.SMS_CODE);
        world.executor.runAll();
        assertThat(unlock.answer(handle, world.codeTo(World.PHONE))).isEqualTo(new AnswerResult.Proven());
        assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
    }

    @Test
    void link_leadsOnElsewhere_underANameOfItsOwn() {
        FlowHandle stranger = world.started(face, "alice");
        String url = world.content(World.MAIL).link().orElseThrow().exposeTo(String::new);
        String cancel = world.content(World.MAIL).cancel().orElseThrow().exposeTo(String::new);
        Secret link = world.linkTo(World.MAIL);

        assertThat(url).contains("#unlock-continue=");
        assertThat(cancel).contains("#unlock-cancel=");
        assertThat(unlock.open(link, Optional.of(stranger))).isEqualTo(LinkView.HERE);
        AnswerResult.Moved moved = (AnswerResult.Moved) unlock.continueHere(link);
        assertThat(unlock.status(stranger)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(unlock.complete(moved.handle())).isEqualTo(UNLOCKED);
    }

    @Test
    void cancel_endsIt() {
        FlowHandle handle = world.proven(unlock);

        assertThat(unlock.cancel(handle)).isEqualTo(FlowStatus.ENDED);
        assertThat(unlock.complete(handle)).isEqualTo(new UnlockResult.Refused(Refusal.GONE));
        assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
    }

    @Nested
    class AnAccountThatIsNotLocked {
        @Test
        @Tag("R-ENUM-1")
        void learnsItAfterTheProofOnly_andSpendsNothing() {
            world.users.setStatus(World.ALICE_ID, AccountStatus.ACTIVE);
            FlowHandle handle = world.started(face, "alice");

            assertThat(unlock.complete(handle)).isEqualTo(new UnlockResult.Refused(Refusal.NOT_NOW));
            unlock.answer(handle, world.codeTo(World.MAIL));
            assertThat(unlock.complete(handle)).isEqualTo(new UnlockResult.NotLocked());
            assertThat(calls).doesNotContain("AccountUnlocker.unlock", "Clearing.accept");
            world.users.setStatus(World.ALICE_ID, AccountStatus.LOCKED);
            assertThat(unlock.complete(handle)).isEqualTo(UNLOCKED);
        }

        @Test
        void unlockedBetweenTheLookAndTheDeed_isNotLocked() {
            WatchedUsers users = new WatchedUsers(world.users);
            world.usersPlug = users;
            AccountUnlock raced = world.unlock();
            FlowHandle handle = world.proven(raced);
            users.afterLoad = () -> world.users.setStatus(World.ALICE_ID, AccountStatus.ACTIVE);

            assertThat(raced.complete(handle)).isEqualTo(new UnlockResult.NotLocked());
            assertThat(raced.status(handle)).isEqualTo(FlowStatus.PROVEN);
        }
    }

    @Nested
    class WhenSomethingChangesMeanwhile {
        private final FlowHandle handle = world.proven(unlock);

        @ParameterizedTest
        @EnumSource(
                value = AccountStatus.class,
                names = {"DISABLED", "EXPIRED", "NO_PASSWORD_HERE", "SELF_SERVICE_OFF", "UNKNOWN"})
        @Tag("P14")
        void account_outOfUse_staysSo(AccountStatus status) {
            world.users.setStatus(World.ALICE_ID, status);

            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.ACCOUNT_NOT_USABLE));
            assertThat(world.status()).isEqualTo(status);
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.ENDED);
            assertThat(calls).doesNotContain("AccountUnlocker.unlock", "Clearing.accept");
        }

        @Test
        @Tag("P14")
        void account_disabledBetweenTheLookAndTheDeed_staysSo() {
            WatchedUsers users = new WatchedUsers(world.users);
            world.usersPlug = users;
            users.afterLoad = () -> world.users.setStatus(World.ALICE_ID, AccountStatus.DISABLED);

            assertThat(world.unlock().complete(handle)).isEqualTo(not(NotPossible.Reason.ACCOUNT_NOT_USABLE));
            assertThat(world.status()).isEqualTo(AccountStatus.DISABLED);
        }

        @Test
        void account_removed_isNotPossible() {
            world.users.remove(World.ALICE_ID);

            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.ACCOUNT_NOT_USABLE));
        }

        @Test
        @Tag("R-TOK-8")
        void address_changed_isSuperseded() {
            world.users.setDestinations(World.ALICE_ID, List.of(World.PHONE));

            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.SUPERSEDED));
            assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
        }

        @Test
        @Tag("R-TOK-8")
        void address_changedBetweenTheLookAndTheDeed_isSuperseded() {
            WatchedUsers users = new WatchedUsers(world.users);
            world.usersPlug = users;
            List<Destination> other = List.of(World.PHONE);
            users.afterLoad = () -> world.users.setDestinations(World.ALICE_ID, other);

            assertThat(world.unlock().complete(handle)).isEqualTo(not(NotPossible.Reason.SUPERSEDED));
            assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
        }

        @Test
        @Tag("R-FLOW-6")
        void bar_raised_takesMoreProofs() {
            world.clock.advance(Duration.ofMinutes(2));
            FlowHandle other = world.started(face, "alice");
            unlock.report(world.cancelTo(World.MAIL));

            assertThat(unlock.status(other)).isEqualTo(FlowStatus.ENDED);
            assertThat(unlock.complete(handle)).isEqualTo(not(NotPossible.Reason.MORE_PROOFS_NEEDED));
            assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
        }
    }

    @Test
    @Tag("R-ENUM-9")
    void start_ofADisabledAccount_explainsAtItsOwnAddressOnly() {
        world.with("bob", AccountStatus.DISABLED, Privilege.ORDINARY, World.MAIL);
        FlowHandle handle = world.started(face, "bob");

        assertThat(world.notifier.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().template()).isEqualTo("unlock.not-possible"));
        assertThat(unlock.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(unlock.resend(handle)).isInstanceOf(Refused.class);
    }
}
