package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordExpiry;
import dev.sspr.spi.PasswordExpiry.Expired;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link PasswordExpiry}. */
public abstract class PasswordExpiryContract extends Contract {
    /** For vendors to extend. */
    protected PasswordExpiryContract() {}

    /**
     * The ability to test.
     *
     * @return the same within a test
     */
    protected abstract PasswordExpiry expiry();

    /**
     * The store of the passwords.
     *
     * @return the same within a test
     */
    protected abstract UserStore store();

    /**
     * Puts an account into the backend.
     *
     * @param account the account; the backend sets its own generation
     * @param login its one login name
     * @param password its password
     */
    protected abstract void add(Account account, LoginName login, Secret password);

    /**
     * Signs in as the host does, without the store.
     *
     * @param login the login name
     * @param password the password
     * @return whether the host accepts the sign-in
     */
    protected abstract boolean signsIn(LoginName login, Secret password);

    /**
     * The statuses this backend can express.
     *
     * @return all by default
     */
    protected Set<AccountStatus> statuses() {
        return EnumSet.allOf(AccountStatus.class);
    }

    private record Person(UserId id, LoginName login, Secret password) {}

    private Person person(AccountStatus status) {
        Account account = samples.account(status);
        Person person = new Person(account.id(), samples.login(), samples.password());
        add(account, person.login(), person.password());
        return person;
    }

    private Account account(Person person) {
        return store().load(person.id()).orElseThrow();
    }

    private Generation generation(Person person) {
        return account(person).generation();
    }

    private Person expired(String clause) {
        Person anna = person(AccountStatus.ACTIVE);
        assertThat(expiry().expire(anna.id(), generation(anna)))
                .as(clause + ": the answer with the right generation")
                .isEqualTo(Expired.EXPIRED);
        return anna;
    }

    @Test
    @Tag("WB-13")
    @DisplayName("PE1: neither the old password nor another one signs in")
    void pe1_expired_nothingSignsIn() {
        Person bert = person(AccountStatus.ACTIVE);
        Person anna = expired("PE1");
        assertThat(signsIn(anna.login(), anna.password()))
                .as("PE1: signing in with the password that was kept")
                .isFalse();
        List<String> guesses = new ArrayList<>(Hostile.passwords());
        guesses.addAll(List.of(" ", anna.login().value()));
        for (String text : guesses) {
            assertThat(signsIn(anna.login(), Secret.of(text)))
                    .as("PE1: signing in with '%s'", text)
                    .isFalse();
        }
        assertThat(signsIn(bert.login(), bert.password()))
                .as("PE1: the sign-in of another account")
                .isTrue();
    }

    @Test
    @Tag("R-TOK-8")
    @DisplayName("PE1: the account has another generation")
    void pe1_expired_movesTheGeneration() {
        Person anna = person(AccountStatus.ACTIVE);
        Generation before = generation(anna);
        expiry().expire(anna.id(), before);
        assertThat(generation(anna)).as("PE1: the generation afterwards").isNotEqualTo(before);
    }

    @Test
    @Tag("R-TOK-8")
    @DisplayName("PE2: if the generation is another, nothing changes")
    void pe2_otherGeneration_isStale() {
        Person anna = person(AccountStatus.ACTIVE);
        Account before = account(anna);
        for (String wrong : List.of("no-such", before.generation().value() + "0")) {
            assertThat(expiry().expire(anna.id(), new Generation(wrong)))
                    .as("PE2: a call that expects %s", wrong)
                    .isEqualTo(Expired.STALE);
        }
        assertThat(account(anna)).as("PE2: the account afterwards").isEqualTo(before);
        assertThat(signsIn(anna.login(), anna.password()))
                .as("PE2: the password afterwards")
                .isTrue();
    }

    @Test
    @Tag("R-RACE-3")
    @DisplayName("PE2: of 64 parallel calls and writes with one expectation, one succeeds")
    void pe2_parallelCalls_oneIsDone() {
        for (int round = 0; round < rounds(); round++) {
            Person anna = person(AccountStatus.ACTIVE);
            Generation seen = generation(anna);
            Secret fresh = samples.password();
            List<Boolean> done = Race.run(i -> i % 2 == 0
                    ? expiry().expire(anna.id(), seen) == Expired.EXPIRED
                    : store().setPassword(anna.id(), seen, fresh, samples.writeId())
                            instanceof UserStore.PasswordWrite.Written);
            assertThat(done)
                    .as("PE2: what was done in round %d", round)
                    .filteredOn(one -> one)
                    .hasSize(1);
            assertThat(signsIn(anna.login(), fresh))
                    .as("PE2: the password that was written in round %d signs in if it was the one", round)
                    .isEqualTo(done.indexOf(true) % 2 == 1);
        }
    }

    @Test
    @DisplayName("PE3: an account that does not exist is GONE, for any form of id")
    void pe3_gone_isGone() {
        assertThat(expiry().expire(new UserId(samples.unique("gone-")), Generation.of(1)))
                .as("PE3: an account that is gone")
                .isEqualTo(Expired.GONE);
        for (String text : Hostile.syntax()) {
            assertThat(expiry().expire(new UserId(text), Generation.of(1)))
                    .as("PE3: the account '%s'", text)
                    .isEqualTo(Expired.GONE);
        }
    }

    @Test
    @Tag("R-FLOW-8")
    @DisplayName("PE3: each status stays as it is")
    void pe3_status_stays() {
        for (AccountStatus status : statuses()) {
            Person anna = person(status);
            expiry().expire(anna.id(), generation(anna));
            assertThat(account(anna).status())
                    .as("PE3: an account that was %s", status)
                    .isEqualTo(status);
        }
    }

    @Test
    @DisplayName("PE4: setting a password works afterwards as before")
    void pe4_expired_takesANewPassword() {
        Person anna = expired("PE4");
        Secret fresh = samples.password();
        assertThat(store().setPassword(anna.id(), generation(anna), fresh, samples.writeId()))
                .as("PE4: a write with the generation afterwards")
                .isInstanceOf(UserStore.PasswordWrite.Written.class);
        assertThat(signsIn(anna.login(), fresh)).as("PE4: the new password").isTrue();
        assertThat(signsIn(anna.login(), anna.password()))
                .as("PE4: the password before")
                .isFalse();
    }

    @Test
    @DisplayName("PE5: an outage throws BackendUnavailableException and expires nothing")
    void pe5_outage_isUnavailable() {
        Person anna = person(AccountStatus.ACTIVE);
        Generation before = generation(anna);
        failsWhileDown(
                "PE5",
                () -> expiry().expire(anna.id(), before),
                () -> expiry().expire(new UserId(samples.unique("gone-")), before));
        assertThat(generation(anna)).as("PE5: the generation after the outage").isEqualTo(before);
        assertThat(signsIn(anna.login(), anna.password()))
                .as("PE5: the password after the outage")
                .isTrue();
    }

    @Test
    @DisplayName("PE5: a hanging backend causes BackendUnavailableException within 30 seconds")
    void pe5_hang_isUnavailable() {
        Person anna = person(AccountStatus.ACTIVE);
        Generation before = generation(anna);
        failsWhileHanging("PE5", () -> expiry().expire(anna.id(), before));
    }
}
