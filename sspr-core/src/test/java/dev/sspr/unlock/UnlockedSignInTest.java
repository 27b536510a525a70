package dev.sspr.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprPolicy;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.host.Host;
import dev.sspr.lockout.Attempt;
import dev.sspr.lockout.Place;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.PasswordCheck;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host whose sign-in has a lock of the account and a smart lockout. */
class UnlockedSignInTest {
    private static final UnlockResult UNLOCKED = new UnlockResult.Unlocked(Optional.empty());

    private final Host host = new Host();

    private Sspr node(SsprPolicy policy) {
        return host.node(policy, builder -> builder.unlocker(host.users));
    }

    private static UnlockResult unlocks(Sspr sspr, Host host) {
        AccountUnlock unlock = sspr.accountUnlock();
        StartResult begun = unlock.start("alice", FlowContext.of(Locale.ENGLISH));
        FlowHandle handle = ((StartResult.Started) begun).handle();
        MessageContent code = host.notifier.lastTo(Host.MAIL).orElseThrow().content();
        unlock.answer(handle, ((MessageContent.UnlockCode) code).code());
        return unlock.complete(handle);
    }

    private Attempt signsIn(Sspr sspr, Secret password) {
        return sspr.smartLockout()
                .guard(Host.ALICE, Place.UNFAMILIAR, password, () -> host.users.check(Host.ALICE, password));
    }

    private void guesses(Sspr sspr) {
        for (int i = 0; i < 10; i++) {
            signsIn(sspr, Secret.of("a wrong one " + i));
        }
        assertThat(signsIn(sspr, Host.OLD)).isInstanceOf(Attempt.Locked.class);
    }

    @Test
    @Tag("ASK-09")
    void unlock_ofBothLocks_letsTheOwnerSignIn() {
        Sspr sspr = node(SsprPolicy.standard());
        guesses(sspr);
        host.users.setStatus(Host.ALICE, AccountStatus.LOCKED);

        assertThat(unlocks(sspr, host)).isEqualTo(UNLOCKED);
        assertThat(signsIn(sspr, Host.OLD)).isEqualTo(new Attempt.Checked(PasswordCheck.RIGHT));
        assertThat(host.noted(AuditType.LOCKOUT_CLEARED)).isOne();
    }

    @Test
    @Tag("ASK-09")
    @Tag("R-NOT-7")
    void unlock_whereTheSmartLockoutIsTheOnlyLock_clearsItAndTells() {
        Sspr sspr = node(SsprPolicy.standard());
        guesses(sspr);

        assertThat(unlocks(sspr, host)).isEqualTo(UNLOCKED);
        assertThat(signsIn(sspr, Host.OLD)).isEqualTo(new Attempt.Checked(PasswordCheck.RIGHT));
        assertThat(host.sent(Notice.AccountUnlocked.class)).isOne();
    }

    @Test
    void unlock_withoutAnyLock_isNotLocked() {
        Sspr sspr = node(SsprPolicy.standard());
        signsIn(sspr, Secret.of("one wrong"));

        assertThat(unlocks(sspr, host)).isEqualTo(new UnlockResult.NotLocked());
        assertThat(sspr.smartLockout().status(Host.ALICE).get(Place.UNFAMILIAR).wrong())
                .isOne();
        assertThat(host.sent(Notice.AccountUnlocked.class)).isZero();
    }

    @Test
    @Tag("UNL-03")
    @Tag("LCK-12")
    void unlock_whosePolicyKeepsTheSmartLockout_liftsTheAccountsLockOnly() {
        Sspr sspr = node(SsprPolicy.standard().with(UnlockPolicy.entra()));
        guesses(sspr);
        assertThat(unlocks(sspr, host)).isEqualTo(new UnlockResult.NotLocked());
        host.users.setStatus(Host.ALICE, AccountStatus.LOCKED);
        host.later(Duration.ofMinutes(2));
        guesses(sspr);

        assertThat(unlocks(sspr, host)).isEqualTo(UNLOCKED);
        assertThat(host.users.load(Host.ALICE).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(signsIn(sspr, Host.OLD)).isInstanceOf(Attempt.Locked.class);
        assertThat(host.noted(AuditType.LOCKOUT_CLEARED)).isZero();
    }
}
