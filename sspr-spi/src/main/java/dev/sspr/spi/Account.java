package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of one account at one moment, as its store holds it. It contains no password and no hash.
 *
 * @param id the host's stable key
 * @param status whether a password may be reset here
 * @param privilege whether the account needs more than the ordinary number of proofs
 * @param generation the stamp of the account's credentials, read in the same step as the other fields
 * @param locale the language of its messages, if the store knows one
 * @param destinations verified addresses and numbers, at most 16, the preferred one first
 * @param words words that its password must not be made of, such as login names, given and family name, organisation;
 *     at most 32
 * @param lastWrite the id of the last {@link UserStore#setPassword} that wrote; {@link WriteId#NONE} if there was none;
 *     empty if the store keeps no write ids
 */
public record Account(
        @NotNull UserId id,
        @NotNull AccountStatus status,
        @NotNull Privilege privilege,
        @NotNull Generation generation,
        @NotNull Optional<Locale> locale,
        @NotNull @Size(max = 16) List<Destination> destinations,
        @NotNull @Size(max = 32) List<String> words,
        @NotNull Optional<WriteId> lastWrite) {
    /** The most destinations an account can have. */
    public static final int MAX_DESTINATIONS = 16;
    /** The most context words an account can have. */
    public static final int MAX_WORDS = 32;

    /**
     * Copies the lists and checks that neither is too long.
     *
     * @throws IllegalArgumentException if there are more than 16 destinations or more than 32 words
     */
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(generation, "generation");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(lastWrite, "lastWrite");
        destinations = List.copyOf(destinations);
        words = List.copyOf(words);
        if (destinations.size() > MAX_DESTINATIONS || words.size() > MAX_WORDS) {
            throw new IllegalArgumentException("account " + id.value() + " has more than " + MAX_DESTINATIONS
                    + " destinations or " + MAX_WORDS + " words");
        }
    }

    /**
     * Creates an account of a store that keeps no write ids.
     *
     * @param id the host's stable key
     * @param status whether a password may be reset here
     * @param privilege whether the account needs more than the ordinary number of proofs
     * @param generation the stamp of the account's credentials
     * @param locale the language of its messages, if the store knows one
     * @param destinations verified addresses and numbers, at most 16
     * @param words words that its password must not be made of, at most 32
     * @throws IllegalArgumentException if there are more than 16 destinations or more than 32 words
     */
    public Account(
            UserId id,
            AccountStatus status,
            Privilege privilege,
            Generation generation,
            Optional<Locale> locale,
            List<Destination> destinations,
            List<String> words) {
        this(id, status, privilege, generation, locale, destinations, words, Optional.empty());
    }

    /**
     * Returns the same account with another status.
     *
     * @param other the status
     * @return the copy
     */
    public Account withStatus(AccountStatus other) {
        return new Account(id, other, privilege, generation, locale, destinations, words, lastWrite);
    }

    /**
     * Returns the same account with the id of its last write.
     *
     * @param write the id, or {@link WriteId#NONE}
     * @return the copy
     */
    public Account withLastWrite(WriteId write) {
        return new Account(id, status, privilege, generation, locale, destinations, words, Optional.of(write));
    }

    /** Shows the id, the status and the privilege only. */
    @Override
    public String toString() {
        return "Account[" + id.value() + ", " + status + ", " + privilege + "]";
    }

    /** How much harm a reset of the account could do. */
    public enum Privilege {
        /** An ordinary user. */
        ORDINARY,
        /**
         * An administrator or similar: always two proofs (ADM-02, R-FLOW-3). A store that cannot tell returns this
         * value.
         */
        PRIVILEGED
    }
}
