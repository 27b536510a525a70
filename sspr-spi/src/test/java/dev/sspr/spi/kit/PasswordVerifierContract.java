package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link PasswordVerifier}. */
public abstract class PasswordVerifierContract extends Contract {
    /** For vendors to extend. */
    protected PasswordVerifierContract() {}

    /**
     * The verifier.
     *
     * @return the same within a test
     */
    protected abstract PasswordVerifier verifier();

    /**
     * Puts an account into the backend.
     *
     * @param account the account; the backend sets its own generation
     * @param password its password
     */
    protected abstract void add(Account account, Secret password);

    /**
     * Sets an account's password, as a reset does.
     *
     * @param user the account
     * @param password the new password
     */
    protected abstract void write(UserId user, Secret password);

    /**
     * An account as it is in the backend now.
     *
     * @param user the account
     * @return empty if it does not exist
     */
    protected abstract Optional<Account> account(UserId user);

    /**
     * The statuses this backend can express.
     *
     * @return all by default
     */
    protected Set<AccountStatus> statuses() {
        return EnumSet.allOf(AccountStatus.class);
    }

    private UserId person(AccountStatus status, Secret password) {
        Account account = samples.account(status);
        add(account, password);
        return account.id();
    }

    private UserId person(Secret password) {
        return person(AccountStatus.ACTIVE, password);
    }

    private void says(String clause, PasswordVerifier.Result expected, UserId user, Secret password, String when) {
        assertThat(verifier().check(user, password)).as(clause + ": " + when).isEqualTo(expected);
    }

    @Test
    @DisplayName("Q1: the account's own password is RIGHT, another account's is not")
    void q1_ownPassword_isRight() {
        Secret password = samples.password();
        UserId anna = person(password);
        Secret other = samples.password();
        UserId bert = person(other);
        says("Q1", PasswordVerifier.Result.RIGHT, anna, password, "the account's password");
        says("Q1", PasswordVerifier.Result.RIGHT, anna, password, "the account's password once more");
        says("Q1", PasswordVerifier.Result.RIGHT, bert, other, "the other account's password");
        says("Q1", PasswordVerifier.Result.WRONG, anna, other, "the password of another account");
    }

    @Test
    @Tag("R-SESS-1")
    @DisplayName("Q1: after the write of a new password, only that one is RIGHT")
    void q1_newPassword_isTheOnlyRightOne() {
        Secret old = samples.password();
        UserId anna = person(old);
        says("Q1", PasswordVerifier.Result.RIGHT, anna, old, "the password before a new one was written");
        Secret fresh = samples.password();
        write(anna, fresh);
        says("Q1", PasswordVerifier.Result.WRONG, anna, old, "the old password");
        says("Q1", PasswordVerifier.Result.RIGHT, anna, fresh, "the new password");
    }

    @Test
    @Tag("R-PWD-8")
    @DisplayName("Q2: a text that differs in one code point is WRONG")
    void q2_otherText_isWrong() {
        String kept = samples.unique(" \u00c4nnchen 'x' %_*\\ \ud83d\udd11 ");
        UserId anna = person(Secret.of(kept + "e" + "z".repeat(80) + " "));
        says("Q2", PasswordVerifier.Result.RIGHT, anna, Secret.of(kept + "e" + "z".repeat(80) + " "), "the very text");
        for (String other : List.of(
                kept + "e" + "z".repeat(80),
                kept.stripLeading() + "e" + "z".repeat(80) + " ",
                kept + "E" + "z".repeat(80) + " ",
                kept + "\u00e9" + "z".repeat(80) + " ",
                kept + "e" + "z".repeat(79) + "y ",
                kept + "e" + "z".repeat(80) + "  ",
                kept + "e" + "z".repeat(80) + " \0",
                "%",
                "*")) {
            says("Q2", PasswordVerifier.Result.WRONG, anna, Secret.of(other), "'" + other + "'");
        }
    }

    @Test
    @Tag("R-PWD-10")
    @DisplayName("Q3: an empty password and one that begins with NUL are WRONG without the backend")
    void q3_emptyPassword_isWrongUnasked() {
        UserId anna = person(samples.password());
        List<Secret> empty = List.of(Secret.of(""), Secret.of("\0"), Secret.of("\0abcdefgh"));
        for (Secret password : empty) {
            says("Q3", PasswordVerifier.Result.WRONG, anna, password, "an empty password");
        }
        outage(true);
        try {
            for (Secret password : empty) {
                says(
                        "Q3",
                        PasswordVerifier.Result.WRONG,
                        anna,
                        password,
                        "an empty password while the backend is away");
            }
        } finally {
            outage(false);
        }
    }

    @Test
    @Tag("R-ENUM-2")
    @DisplayName("Q4: an unknown account is WRONG, for any form of id")
    void q4_unknownAccount_isWrong() {
        Secret password = samples.password();
        person(password);
        says(
                "Q4",
                PasswordVerifier.Result.WRONG,
                new UserId(samples.unique("nobody-")),
                password,
                "an unknown account");
        for (String text : Hostile.syntax()) {
            says("Q4", PasswordVerifier.Result.WRONG, new UserId(text), password, "the account '" + text + "'");
        }
    }

    @Test
    @Tag("R-FLOW-7")
    @DisplayName("Q5: the right password of an account that cannot sign in is not RIGHT; a wrong one reveals nothing")
    void q5_notUsable_isToldToTheRightPasswordOnly() {
        Set<AccountStatus> closed = EnumSet.copyOf(statuses());
        closed.remove(AccountStatus.ACTIVE);
        needs(!closed.isEmpty(), "Q5", "account that cannot sign in");
        for (AccountStatus status : closed) {
            Secret password = samples.password();
            UserId anna = person(status, password);
            boolean lock = status == AccountStatus.LOCKED;
            // while a store's own lock is active, it answers LOCKED to any password
            assertThat(verifier().check(anna, password))
                    .as("Q5: the right password, account " + status)
                    .isIn(
                            lock
                                    ? Set.of(PasswordVerifier.Result.LOCKED, PasswordVerifier.Result.NOT_USABLE)
                                    : Set.of(PasswordVerifier.Result.NOT_USABLE));
            assertThat(verifier().check(anna, samples.password()))
                    .as("Q5: a wrong password, account " + status)
                    .isIn(
                            lock
                                    ? Set.of(PasswordVerifier.Result.LOCKED, PasswordVerifier.Result.WRONG)
                                    : Set.of(PasswordVerifier.Result.WRONG));
        }
    }

    @Test
    @DisplayName("Q6: no input changes the password, the status or the generation")
    void q6_anyPassword_changesNothing() {
        Secret password = samples.password();
        UserId anna = person(password);
        Account before = account(anna).orElseThrow();
        verifier().check(anna, password);
        verifier().check(anna, samples.password());
        for (String text : Hostile.passwords()) {
            verifier().check(anna, Secret.of(text));
        }
        Account after = account(anna).orElseThrow();
        assertThat(after.generation()).as("Q6: the generation").isEqualTo(before.generation());
        // only the store's own lock may become active
        assertThat(after.status()).as("Q6: the status").isIn(before.status(), AccountStatus.LOCKED);
        if (after.status() == before.status()) {
            says("Q6", PasswordVerifier.Result.RIGHT, anna, password, "the password after all these");
        }
    }

    @Test
    @Tag("R-FLOW-12")
    @DisplayName("Q7: an outage throws BackendUnavailableException for every password; afterwards it works")
    void q7_outage_isUnavailable() {
        Secret password = samples.password();
        UserId anna = person(password);
        says("Q7", PasswordVerifier.Result.RIGHT, anna, password, "before the outage");
        failsWhileDown(
                "Q7",
                () -> verifier().check(anna, password),
                () -> verifier().check(anna, samples.password()),
                () -> verifier().check(new UserId(samples.unique("nobody-")), password));
        says("Q7", PasswordVerifier.Result.RIGHT, anna, password, "after the backend came back");
    }

    @Test
    @DisplayName("Q7: a hanging backend causes BackendUnavailableException within 30 seconds")
    void q7_hang_isUnavailable() {
        Secret password = samples.password();
        UserId anna = person(password);
        failsWhileHanging("Q7", () -> verifier().check(anna, password));
    }

    @Test
    @DisplayName("Q8: null is refused")
    void q8_null_isRefused() {
        Secret password = samples.password();
        UserId anna = person(password);
        refusesNull(
                "Q8",
                () -> verifier().check(null, password),
                () -> verifier().check(anna, null),
                () -> verifier().check(null, null));
    }
}
