package dev.sspr.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnlockResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.policy.UnlockPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host whose sign-in has a lock of the account and a smart lockout. */
class UnlockedSignInTest {
    private static final UnlockResult UNLOCKED = new UnlockResult.Unlocked(Optional.empty());

    private final NodeFixture host = new NodeFixture();

    private Sspr node(SsprPolicy policy) {
        return host.node(policy, builder -> builder.unlocker(host.users));
    }

    private static UnlockResult unlocks(Sspr sspr, NodeFixture host) {
        AccountUnlock unlock = sspr.accountUnlock();
        StartResult begun = unlock.start("alice", FlowContext.of(Locale.ENGLISH));
        FlowHandle handle = ((StartResult.Started) begun).handle();
        MessageContent code =
                host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content();
        unlock.answer(handle, ((MessageContent.UnlockCode) code).code());
        return unlock.complete(handle);
    }

    private GuardResult signsIn(Sspr sspr, Secret password) {
        return sspr.smartLockout()
                .guard(
                        NodeFixture.ALICE,
                        SmartLockout.Location.UNFAMILIAR,
                        password,
                        prepared -> host.users.check(NodeFixture.ALICE, password));
    }

    private void guesses(Sspr sspr) {
        for (int i = 0; i < 10; i++) {
            signsIn(sspr, Secret.of("a wrong one " + i));
        }
        assertThat(signsIn(sspr, NodeFixture.OLD)).isInstanceOf(GuardResult.Locked.class);
    }

    @Test
    @Tag("ASK-09")
    void unlock_ofBothLocks_letsTheOwnerSignIn() {
        Sspr sspr = node(SsprPolicy.standard());
        guesses(sspr);
        host.users.setStatus(NodeFixture.ALICE, AccountStatus.LOCKED);

        assertThat(unlocks(sspr, host)).isEqualTo(UNLOCKED);
        assertThat(signsIn(sspr, NodeFixture.OLD)).isEqualTo(new GuardResult.Checked(PasswordVerifier.Result.RIGHT));
        assertThat(host.noted(AuditType.LOCKOUT_CLEARED)).isOne();
    }

    @Test
    @Tag("ASK-09")
    @Tag("R-NOT-7")
    void unlock_whereTheSmartLockoutIsTheOnlyLock_clearsItAndTells() {
        Sspr sspr = node(SsprPolicy.standard());
        guesses(sspr);

        assertThat(unlocks(sspr, host)).isEqualTo(UNLOCKED);
        assertThat(signsIn(sspr, NodeFixture.OLD)).isEqualTo(new GuardResult.Checked(PasswordVerifier.Result.RIGHT));
        assertThat(host.sent(Notice.AccountUnlocked.class)).isEqualTo(2);
    }

    @Test
    void unlock_withoutAnyLock_isNotLocked() {
        Sspr sspr = node(SsprPolicy.standard());
        signsIn(sspr, Secret.of("one wrong"));

        assertThat(unlocks(sspr, host)).isEqualTo(new UnlockResult.NotLocked());
        assertThat(sspr.smartLockout()
                        .status(NodeFixture.ALICE)
                        .get(SmartLockout.Location.UNFAMILIAR)
                        .wrong())
                .isOne();
        assertThat(host.sent(Notice.AccountUnlocked.class)).isZero();
    }

    @Test
    @Tag("UNL-03")
    @Tag("LCK-12")
    void unlock_whosePolicyKeepsTheSmartLockout_liftsTheAccountsLockOnly() {
        Sspr sspr = node(SsprPolicy.standard().unlock(UnlockPolicy.entra()));
        guesses(sspr);
        assertThat(unlocks(sspr, host)).isEqualTo(new UnlockResult.NotLocked());
        host.users.setStatus(NodeFixture.ALICE, AccountStatus.LOCKED);
        host.later(Duration.ofMinutes(2));
        guesses(sspr);

        assertThat(unlocks(sspr, host)).isEqualTo(UNLOCKED);
        assertThat(host.users.load(NodeFixture.ALICE).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(signsIn(sspr, NodeFixture.OLD)).isInstanceOf(GuardResult.Locked.class);
        assertThat(host.noted(AuditType.LOCKOUT_CLEARED)).isZero();
    }
}
