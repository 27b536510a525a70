package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One account as its store sees it at one moment. It holds no password and no hash.
 *
 * @param id the host's stable key
 * @param status whether it may be reset here
 * @param privilege how many proofs it needs at least
 * @param generation the stamp of its credentials, read in the same moment as everything else
 * @param locale the language of its messages, if the store knows one
 * @param destinations verified addresses and numbers, at most 16, the preferred one first
 * @param words words a password must not be made of: login names, given and family name, organisation; at most 32
 */
public record Account(
        @NotNull UserId id,
        @NotNull AccountStatus status,
        @NotNull Privilege privilege,
        @NotNull Generation generation,
        @NotNull Optional<Locale> locale,
        @NotNull @Size(max = 16) List<Destination> destinations,
        @NotNull @Size(max = 32) List<String> words) {
    /** The most destinations an account can have. */
    public static final int MAX_DESTINATIONS = 16;
    /** The most context words an account can have. */
    public static final int MAX_WORDS = 32;

    /**
     * Copies the lists and checks them.
     *
     * @throws IllegalArgumentException if a list is longer than stated
     */
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(generation, "generation");
        Objects.requireNonNull(locale, "locale");
        destinations = List.copyOf(destinations);
        words = List.copyOf(words);
        if (destinations.size() > MAX_DESTINATIONS || words.size() > MAX_WORDS) {
            throw new IllegalArgumentException("account " + id.value() + " has more than " + MAX_DESTINATIONS
                    + " destinations or " + MAX_WORDS + " words");
        }
    }

    /** Names the account by its id only. */
    @Override
    public String toString() {
        return "Account[" + id.value() + ", " + status + ", " + privilege + "]";
    }

    /** How much an account may do in the host, as far as a reset cares. */
    public enum Privilege {
        /** A person like any other. */
        ORDINARY,
        /** An administrator or the like: two proofs, always (ADM-02, R-FLOW-3). A store that cannot tell answers this. */
        PRIVILEGED
    }
}
