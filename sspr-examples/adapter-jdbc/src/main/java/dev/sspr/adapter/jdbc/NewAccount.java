package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An account to create.
 *
 * @param id the host's key; never one that was used before
 * @param logins canonical login names, 1 or more
 * @param status usually {@link AccountStatus#ACTIVE}
 * @param privilege how much it may do in the host
 * @param locale the language of its messages
 * @param destinations verified addresses and numbers, at most 16, the preferred one first, no id twice
 * @param words words a password must not be made of, at most 32 of at most 256 characters
 */
public record NewAccount(
        UserId id,
        Set<LoginName> logins,
        AccountStatus status,
        Account.Privilege privilege,
        Optional<Locale> locale,
        List<Destination> destinations,
        List<String> words) {
    private static final int LONGEST_WORD = 256;

    /**
     * Copies the collections and checks them.
     *
     * @throws IllegalArgumentException if there is no login name, a list is longer than stated, or a destination's id is
     *     there twice
     */
    public NewAccount {
        Objects.requireNonNull(id, "id");
        logins = Set.copyOf(logins);
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(locale, "locale");
        destinations = List.copyOf(destinations);
        words = List.copyOf(words);
        long ids = destinations.stream().map(Destination::id).distinct().count();
        if (logins.isEmpty()) {
            throw new IllegalArgumentException("account " + id.value() + " has no login name");
        }
        if (ids != destinations.size() || ids > Account.MAX_DESTINATIONS) {
            throw new IllegalArgumentException("account " + id.value() + " has more than " + Account.MAX_DESTINATIONS
                    + " destinations, or one id twice");
        }
        if (words.size() > Account.MAX_WORDS || words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            throw new IllegalArgumentException("account " + id.value() + " has more than " + Account.MAX_WORDS
                    + " words, or one longer than " + LONGEST_WORD);
        }
    }

    /**
     * An ordinary account in use, with one login name and nothing else.
     *
     * @param id the host's key
     * @param login its canonical login name
     * @param destinations verified addresses and numbers, the preferred one first
     * @return the account
     */
    public static NewAccount of(UserId id, LoginName login, Destination... destinations) {
        return new NewAccount(
                id,
                Set.of(login),
                AccountStatus.ACTIVE,
                Account.Privilege.ORDINARY,
                Optional.empty(),
                List.of(destinations),
                List.of());
    }

    /** Names the account by its id only. */
    @Override
    public String toString() {
        return "NewAccount[" + id.value() + "]";
    }
}
