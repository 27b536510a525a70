package dev.sspr.password;

import dev.sspr.spi.Account;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The facts about an account that a password is checked with.
 *
 * @param purpose the reason for the new password
 * @param proven the proof that was given, which decides the minimum length
 * @param account the account that gets the password; empty before there is an account
 * @param words names and other words it must not be made of, beside the account's own
 * @param current the password it replaces, if that is known
 * @param age the age of that password, if that is known
 */
public record PasswordContext(
        Purpose purpose,
        Proven proven,
        Optional<Account> account,
        List<String> words,
        Optional<Secret> current,
        Optional<Duration> age) {

    /** The proof that was given. */
    public enum Proven {
        /** A recovery channel only. The password stays the only factor. */
        RECOVERY_CHANNEL,
        /** A second factor beside the password. */
        SECOND_FACTOR
    }

    /** Copies the words. */
    public PasswordContext {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(proven, "proven");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(age, "age");
        words = List.copyOf(words);
    }

    /**
     * Makes the context of a reset, where the current password is not known.
     *
     * @param account the account
     * @param proven the proof that was given
     * @return the context
     */
    public static PasswordContext reset(Account account, Proven proven) {
        return new PasswordContext(
                Purpose.RESET, proven, Optional.of(account), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Makes the context of a change, where the user typed the current password and its store has confirmed it.
     *
     * @param account the account
     * @param proven the proof that was given beside it
     * @param current the password that is replaced, prepared; the caller still wipes it
     * @return the context
     */
    public static PasswordContext change(Account account, Proven proven, Secret current) {
        return new PasswordContext(
                Purpose.CHANGE, proven, Optional.of(account), List.of(), Optional.of(current), Optional.empty());
    }

    /**
     * Makes the context of a first password for a user who has no account yet.
     *
     * @param words names and other words, such as the name typed beside it
     * @return the context
     */
    public static PasswordContext first(List<String> words) {
        return new PasswordContext(
                Purpose.REGISTER, Proven.RECOVERY_CHANNEL, Optional.empty(), words, Optional.empty(), Optional.empty());
    }

    /**
     * Makes a copy with the age of the current password.
     *
     * @param old its age
     * @return the copy
     */
    public PasswordContext aged(Duration old) {
        return new PasswordContext(purpose, proven, account, words, current, Optional.of(old));
    }
}
