package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.UserStore.PasswordWrite.NotUsable;
import dev.sspr.spi.UserStore.PasswordWrite.Partly;
import dev.sspr.spi.UserStore.PasswordWrite.Rejected;
import dev.sspr.spi.UserStore.PasswordWrite.Stale;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clauses of {@link UserStore}, and of {@link dev.sspr.spi.AccountUnlocker} if the store has this ability. Those
 * for look-ups, generations and locks are in the superclasses.
 */
public abstract class UserStoreContract extends UserUnlockContract {
    /** For vendors to extend. */
    protected UserStoreContract() {}

    /**
     * Makes the second of two stores fail, or work again.
     *
     * @param on true to make it fail
     * @return false if there is one store only; the test is skipped
     */
    protected boolean secondHalfFails(boolean on) {
        return false;
    }

    @Test
    @Tag("R-UNI-6")
    @DisplayName("U9: another tenant's accounts are neither found, loaded nor written")
    void u9_otherTenantsAccount_isNotThere() {
        UserStore other = need(otherTenant(), "U9", "second tenant");
        Person anna = person();
        assertThat(other.find(anna.login())).as("U9: find in another tenant").isInstanceOf(UserStore.Lookup.None.class);
        assertThat(other.load(anna.id())).as("U9: load in another tenant").isEmpty();
        assertThat(other.setPassword(anna.id(), generation(anna), samples.password(), samples.writeId()))
                .as("U9: write in another tenant")
                .isInstanceOf(NotUsable.class);
        assertThat(signsIn(anna.login(), anna.password()))
                .as("U9: the password afterwards")
                .isTrue();
    }

    @Test
    @DisplayName("U10: after Written the new password signs in and the old one does not")
    void u10_afterWrite_newPasswordOnly() {
        Person anna = person();
        Secret old = anna.password();
        for (String text : Hostile.passwords()) {
            Secret password = Secret.of(text);
            Generation now = written("U10", anna, password);
            assertThat(signsIn(anna.login(), password))
                    .as("U10: new password '%s'", text)
                    .isTrue();
            assertThat(signsIn(anna.login(), old))
                    .as("U10: the password before '%s'", text)
                    .isFalse();
            assertThat(signsIn(anna.login(), Secret.of(text + "x")))
                    .as("U10: '%s' and one more", text)
                    .isFalse();
            assertThat(generation(anna)).as("U10: load has the new generation").isEqualTo(now);
            old = password;
        }
    }

    @Test
    @DisplayName("U10: a second node sees a write in its next call")
    void u10_afterWrite_secondNodeSeesIt() {
        UserStore second = need(otherNode(), "U10", "second node");
        Person anna = person();
        for (int i = 0; i < 10; i++) {
            Generation before = second.load(anna.id()).orElseThrow().generation();
            Generation now = written("U10", anna, samples.password());
            assertThat(second.load(anna.id()).orElseThrow().generation())
                    .as("U10: load")
                    .isEqualTo(now);
            assertThat(second.setPassword(anna.id(), before, samples.password(), samples.writeId()))
                    .as("U10: a write on the second node that expects the generation before")
                    .isInstanceOf(Stale.class);
        }
    }

    @Test
    @Tag("R-PWD-12")
    @DisplayName("U11: a password that the backend's rules refuse is Rejected and changes nothing")
    void u11_passwordAgainstBackendsRules_isRejected() {
        Secret refused = need(refusedPassword(), "U11", "password that the backend refuses");
        Person anna = person();
        Account before = store().load(anna.id()).orElseThrow();
        assertThat(store().setPassword(anna.id(), before.generation(), refused, samples.writeId()))
                .as("U11: a password that the backend refuses")
                .isInstanceOf(Rejected.class);
        assertThat(store().load(anna.id())).as("U11: the account afterwards").contains(before);
        assertThat(signsIn(anna.login(), anna.password()))
                .as("U11: the old password afterwards")
                .isTrue();
        assertThat(signsIn(anna.login(), refused))
                .as("U11: the refused password")
                .isFalse();
    }

    @Test
    @Tag("R-FLOW-8")
    @DisplayName("U12: a write lifts LOCKED")
    void u12_locked_isLifted() {
        needs(statuses().contains(AccountStatus.LOCKED), "U12", "status LOCKED");
        Person anna = person(AccountStatus.LOCKED);
        Secret password = samples.password();
        written("U12", anna, password);
        assertThat(store().load(anna.id()).orElseThrow().status())
                .as("U12: status")
                .isEqualTo(AccountStatus.ACTIVE);
        assertThat(signsIn(anna.login(), password))
                .as("U12: signing in afterwards")
                .isTrue();
    }

    @Test
    @Tag("R-FLOW-8")
    @Tag("V-STEP-10")
    @DisplayName("U12: for every other status the answer is NotUsable, and it stays")
    void u12_notUsable_staysAsItIs() {
        for (AccountStatus status : statuses()) {
            if (!status.usable()) {
                Person anna = person(status);
                Account before = store().load(anna.id()).orElseThrow();
                assertThat(store().setPassword(anna.id(), before.generation(), samples.password(), samples.writeId()))
                        .as("U12: a write to an account that is %s", status)
                        .isEqualTo(new NotUsable(status));
                assertThat(store().load(anna.id()))
                        .as("U12: an account that is %s", status)
                        .contains(before);
            }
        }
    }

    @Test
    @DisplayName("U12: for a deleted account the answer is NotUsable(UNKNOWN)")
    void u12_goneAccount_isNotUsable() {
        assertThat(store().setPassword(
                                new UserId(samples.unique("gone-")),
                                Generation.of(1),
                                samples.password(),
                                samples.writeId()))
                .as("U12: a write to an account that is gone")
                .isEqualTo(new NotUsable(AccountStatus.UNKNOWN));
    }

    @Test
    @Tag("V-LEAK-10")
    @Tag("R-HASH-1")
    @DisplayName("U13: the backend contains neither the password nor a fast hash of it")
    void u13_password_isNowhere() {
        Person anna = person();
        Secret second = samples.password();
        written("U13", anna, second);
        String dump = dump();
        assertThat(dump)
                .as("U13: the dump knows the account")
                .contains(anna.id().value());
        for (Secret password : List.of(anna.password(), second)) {
            for (String trace : Traces.of(password)) {
                assertThat(dump.contains(trace))
                        .as("U13: a trace of the password in the dump: %s", trace)
                        .isFalse();
            }
        }
    }

    @Test
    @Tag("R-HASH-4")
    @DisplayName("U13: one password of two accounts is kept as two different hashes")
    void u13_samePasswordTwice_hashesDiffer() {
        Person anna = person();
        Person bert = person();
        Secret password = samples.password();
        written("U13", anna, password);
        written("U13", bert, password);
        assertThat(storedPassword(anna.id())).as("U13: hashes of one password").isNotEqualTo(storedPassword(bert.id()));
    }

    @Test
    @DisplayName("U14: an outage throws BackendUnavailableException and writes nothing")
    void u14_outage_isUnavailable() {
        Person anna = person();
        Generation before = generation(anna);
        failsWhileDown(
                "U14",
                () -> store().find(anna.login()),
                () -> store().find(samples.login()),
                () -> store().load(anna.id()),
                () -> store().setPassword(anna.id(), before, samples.password(), samples.writeId()));
        assertThat(signsIn(anna.login(), anna.password()))
                .as("U14: the password after the outage")
                .isTrue();
    }

    @Test
    @DisplayName("U14: a hanging backend causes BackendUnavailableException within 30 seconds")
    void u14_hang_isUnavailable() {
        Person anna = person();
        Generation before = generation(anna);
        failsWhileHanging(
                "U14",
                () -> store().find(anna.login()),
                () -> store().setPassword(anna.id(), before, samples.password(), samples.writeId()));
    }

    @Test
    @Tag("R-RATE-11")
    @DisplayName("U15: find and load write nothing")
    void u15_reading_writesNothing() {
        Person anna = person();
        String before = dump();
        for (int i = 0; i < 50; i++) {
            store().find(anna.login());
            store().find(samples.login());
            store().load(anna.id());
        }
        assertThat(dump().equals(before))
                .as("U15: the backend is the same after reading")
                .isTrue();
    }

    @Test
    @DisplayName("U16: null is refused and changes nothing")
    void u16_null_isRefused() {
        Person anna = person();
        Generation before = generation(anna);
        refusesNull(
                "U16",
                () -> store().find(null),
                () -> store().load(null),
                () -> store().setPassword(null, before, samples.password(), samples.writeId()),
                () -> store().setPassword(anna.id(), null, samples.password(), samples.writeId()),
                () -> store().setPassword(anna.id(), before, null, samples.writeId()));
        assertThat(generation(anna)).as("U16: the generation afterwards").isEqualTo(before);
        assertThat(signsIn(anna.login(), anna.password()))
                .as("U16: the password afterwards")
                .isTrue();
    }

    @Test
    @Tag("WB-13")
    @DisplayName("U17: after Partly the account has another generation, and the old one is stale")
    void u17_partly_movesTheGeneration() {
        Person anna = person();
        Generation before = generation(anna);
        needs(secondHalfFails(true), "U17", "second half");
        UserStore.PasswordWrite answer;
        try {
            answer = store().setPassword(anna.id(), before, samples.password(), samples.writeId());
        } finally {
            secondHalfFails(false);
        }
        assertThat(answer).as("U17: a write while the second half fails").isInstanceOf(Partly.class);
        assertThat(generation(anna)).as("U17: the generation after Partly").isNotEqualTo(before);
        assertThat(store().setPassword(anna.id(), before, samples.password(), samples.writeId()))
                .as("U17: a write that expects the generation before")
                .isInstanceOf(Stale.class);
    }
}
