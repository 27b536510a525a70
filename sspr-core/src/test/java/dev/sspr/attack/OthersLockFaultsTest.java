package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.change.ChangeRequest;
import dev.sspr.change.PasswordChange;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.lockout.SmartLockout.Location;
import dev.sspr.policy.LockoutPolicy;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Locks that other products lacked, or that an attacker could turn against the owner. */
class OthersLockFaultsTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);
    private static final int THRESHOLD = LockoutPolicy.standard().threshold();
    private static final UserId MALLORY = new UserId("mallory-1");

    private final NodeFixture host = new NodeFixture();

    private GuardResult signsIn(Sspr sspr, UserId user, Location location, Secret password) {
        return sspr.smartLockout().guard(user, location, password, prepared -> host.users.check(user, prepared));
    }

    private void guesses(Sspr sspr, UserId user, int from, int times) {
        for (int i = 0; i < times; i++) {
            signsIn(sspr, user, Location.UNFAMILIAR, Secret.of("a guess " + (from + i)));
        }
    }

    private PasswordChangeResult changes(PasswordChange change, Secret current) {
        ChangeStartResult start = change.begin(ChangeRequest.voluntary(NodeFixture.ALICE, host.now.get()), HERE);
        return change.complete(
                ((ChangeStartResult.Started) start).handle(), Location.UNFAMILIAR, current, NodeFixture.NEW);
    }

    @Test
    @Tag("V-RATE-2")
    @DisplayName("V-RATE-2: without any setting the lockout is on, and sign-in and change share its count")
    void lockout_withoutAnySetting_isOnForBothInterfaces() {
        Sspr sspr = Sspr.builder(
                        host.users,
                        host.notifier,
                        host.sessions,
                        SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .clock(host.now::get)
                .hostSweeps()
                .build();
        guesses(sspr, NodeFixture.ALICE, 0, THRESHOLD / 2);
        for (int i = THRESHOLD / 2; i < THRESHOLD; i++) {
            assertThat(changes(sspr.passwordChange(), Secret.of("a guess " + i)))
                    .isEqualTo(new PasswordChangeResult.WrongPassword());
        }

        assertThat(signsIn(sspr, NodeFixture.ALICE, Location.UNFAMILIAR, NodeFixture.OLD))
                .isInstanceOf(GuardResult.Locked.class);
        assertThat(changes(sspr.passwordChange(), NodeFixture.OLD)).isInstanceOf(PasswordChangeResult.LockedOut.class);
        assertThat(host.signsIn(NodeFixture.NEW)).isFalse();
    }

    @Test
    @Tag("V-RATE-12")
    @DisplayName("V-RATE-12: the right password opens no change while the sign-in is locked")
    void change_whileTheSignInIsLocked_looksAtNoPassword() {
        Sspr sspr = host.node();
        guesses(sspr, NodeFixture.ALICE, 0, THRESHOLD);

        assertThat(changes(sspr.passwordChange(), NodeFixture.OLD)).isInstanceOf(PasswordChangeResult.LockedOut.class);
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountStatus.class,
            names = {"ACTIVE", "LOCKED"},
            mode = EnumSource.Mode.EXCLUDE)
    @Tag("V-RATE-12")
    @Tag("V-SESS-4")
    @Tag("V-STEP-8")
    @DisplayName(
            "V-RATE-12, V-SESS-4, V-STEP-8: an account that the host has closed has no other door, and open doors shut")
    void account_thatTheHostHasClosed_hasNoOtherDoor(AccountStatus closed) {
        RegistrationFixture registered = new RegistrationFixture();
        FlowHandle open = registered.opened();
        registered.withAddress(open, MethodKind.EMAIL_CODE, "alice@example.net");
        Secret pass = ((HelpDeskResult.Done<Secret>) registered
                        .sspr
                        .helpDesk()
                        .issuePass(
                                registered.help(RegistrationFixture.ALICE),
                                registered.now,
                                Duration.ofHours(1),
                                AccessPassUse.ONCE))
                .answer();
        FlowHandle proven = registered.reset("alice");
        registered.sspr.passwordReset().answer(proven, registered.resetCodeTo("alice@example.net"));
        registered.users.setStatus(RegistrationFixture.ALICE, closed);
        registered.notifier.clear();

        assertThat(registered.sspr.passwordReset().complete(proven, Secret.of("the thief's new sentence")))
                .as("a reset under way")
                .isEqualTo(new NotPossible(NotPossible.Reason.ACCOUNT_NOT_USABLE, Purpose.RESET));
        assertThat(registered.registration.enrol(open, MethodKind.APP_CODE))
                .as("a registration under way")
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));
        assertThat(registered.registration.begin(registered.signIn(MethodKind.EMAIL_CODE), HERE))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));
        assertThat(registered.registration.usePass(RegistrationFixture.ALICE, pass))
                .isEqualTo(AccessPassResult.REFUSED);
        registered.reset("alice");
        assertThat(registered.notifier.messages())
                .noneMatch(message -> message.content() instanceof MessageContent.ResetCode);
    }

    /** Mallory, whose login name is the address of alice. */
    private void withMallory() {
        host.users.add(
                new Account(
                        MALLORY,
                        AccountStatus.ACTIVE,
                        Account.Privilege.ORDINARY,
                        Generation.of(1),
                        Optional.empty(),
                        List.of(new Destination("m1", Channel.EMAIL, "mallory@example.com")),
                        List.of()),
                NodeFixture.OLD,
                new LoginName(NodeFixture.MAIL.address()));
    }

    @Test
    @Tag("V-LOCK-2")
    @DisplayName("V-LOCK-2: a user who takes an owner's address as a name locks only that user's own account")
    void account_namedLikeAnothersAddress_locksItselfOnly() {
        withMallory();
        Sspr sspr = host.node();
        guesses(sspr, MALLORY, 0, 3 * THRESHOLD);
        for (int i = 0; i < 30; i++) {
            if (sspr.passwordReset().start(NodeFixture.MAIL.address(), HERE) instanceof StartResult.Started started) {
                for (int guess = 0; guess < 6; guess++) {
                    sspr.passwordReset().answer(started.handle(), Secret.of("AAAAAAAAAA"));
                }
            }
            host.later(Duration.ofMinutes(1));
        }
        assertThat(sspr.passwordReset().start(NodeFixture.MAIL.address(), HERE)).isInstanceOf(Refused.class);

        assertThat(signsIn(sspr, NodeFixture.ALICE, Location.UNFAMILIAR, NodeFixture.OLD))
                .isEqualTo(new GuardResult.Checked(PasswordVerifier.Result.RIGHT));
        assertThat(resets(sspr)).isTrue();
    }

    private boolean resets(Sspr sspr) {
        FlowHandle handle = ((StartResult.Started) sspr.passwordReset().start("alice", HERE)).handle();
        Secret code = ((MessageContent.ResetCode)
                        host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content())
                .code();
        sspr.passwordReset().answer(handle, code);
        return sspr.passwordReset().complete(handle, NodeFixture.NEW) instanceof CompleteResult.Done;
    }

    @Test
    @Tag("V-LOCK-3")
    @DisplayName("V-LOCK-3: guesses of a week do not lock the administrator out of the usual place")
    void administrator_guessedAtForAWeek_signsInFromTheUsualPlace() {
        Sspr sspr = host.node(SsprPolicy.standard(), builder -> builder);
        SmartLockout lockout = sspr.smartLockout();
        for (int hour = 0; hour < 24 * 7; hour++) {
            guesses(sspr, NodeFixture.DORA, hour * THRESHOLD, THRESHOLD);
            host.later(Duration.ofHours(1));
            assertThat(signsIn(sspr, NodeFixture.DORA, Location.FAMILIAR, NodeFixture.OLD))
                    .as("hour %d", hour)
                    .isEqualTo(new GuardResult.Checked(PasswordVerifier.Result.RIGHT));
        }

        assertThat(lockout.status(NodeFixture.DORA).get(Location.UNFAMILIAR).locks())
                .as("the guesses were locked out")
                .isPositive();
        assertThat(host.users.load(NodeFixture.DORA).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
    }
}
