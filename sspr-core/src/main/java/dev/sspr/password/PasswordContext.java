package dev.sspr.password;

import dev.sspr.spi.Account;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about who is to have a password, when it is checked.
 *
 * @param purpose why there is a new one
 * @param proven what was proven, as far as the least length cares
 * @param account who is to have it; empty before there is an account
 * @param words names and other words it must not be made of, beside the account's own
 * @param current the password it replaces, where that is known
 * @param age how old that one is, where that is known
 */
public record PasswordContext(
        Purpose purpose,
        Proven proven,
        Optional<Account> account,
        List<String> words,
        Optional<Secret> current,
        Optional<Duration> age) {

    /** What was proven. */
    public enum Proven {
        /** A recovery channel only: the password stays the only factor. */
        RECOVERY_CHANNEL,
        /** A second factor beside it. */
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
     * A reset: the current password is not known.
     *
     * @param account whose
     * @param proven what was proven
     * @return the context
     */
    public static PasswordContext reset(Account account, Proven proven) {
        return new PasswordContext(
                Purpose.RESET, proven, Optional.of(account), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * A change: the current password was typed, and its store has confirmed it.
     *
     * @param account whose
     * @param proven what was proven beside it
     * @param current the password that is replaced, prepared; still the caller's to wipe
     * @return the context
     */
    public static PasswordContext change(Account account, Proven proven, Secret current) {
        return new PasswordContext(
                Purpose.CHANGE, proven, Optional.of(account), List.of(), Optional.of(current), Optional.empty());
    }

    /**
     * A first password for somebody who has no account yet.
     *
     * @param words names and other words, such as the name typed beside it
     * @return the context
     */
    public static PasswordContext first(List<String> words) {
        return new PasswordContext(
                Purpose.REGISTER, Proven.RECOVERY_CHANNEL, Optional.empty(), words, Optional.empty(), Optional.empty());
    }

    /**
     * A copy that knows how old the current password is.
     *
     * @param old its age
     * @return the copy
     */
    public PasswordContext aged(Duration old) {
        return new PasswordContext(purpose, proven, account, words, current, Optional.of(old));
    }
}
