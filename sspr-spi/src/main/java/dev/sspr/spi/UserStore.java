package dev.sspr.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a host keeps its people: finds an account, and writes a new password on a condition.
 *
 * <p>Contract (kit: {@code UserStoreContract}):
 *
 * <ul>
 *   <li><b>U1</b> {@link #find} answers {@code One} for the login name of exactly one account, {@code None} for an
 *       unknown one.
 *   <li><b>U2</b> Comparison is by code point: another letter case, accent, width or padding is another name, whatever
 *       the backend's collation says. {@code matched} is the canonical form of the name as stored (R-UNI-2, R-UNI-3). The
 *       engine asks for canonical names only, by default RFC 8265 UsernameCaseMapped, in lower case: a backend that keeps
 *       {@code JSmith} maps its names with the host's {@code LoginCanon} and compares those, two with one canonical form
 *       being ambiguous. Otherwise nobody with a capital letter is ever found.
 *   <li><b>U3</b> Several accounts with one name are {@code Ambiguous}, never the first of them (R-UNI-4).
 *   <li><b>U4</b> Wildcards, quotes and other syntax of the backend match nothing but themselves (R-INJ-1, R-INJ-2).
 *   <li><b>U5</b> Each status is told as it is; a missing or unreadable one is {@code UNKNOWN} (R-FLOW-7).
 *   <li><b>U6</b> {@link #setPassword} writes only if the generation is still the expected one, in one atomic step: of
 *       64 parallel writes with one expectation, one is {@code Written} and 63 are {@code Stale} (R-RACE-3).
 *   <li><b>U7</b> The generation changes with every write, with every password that an administrator or another program
 *       sets past this store, and with every change of a destination; it never returns to an earlier value (R-TOK-8).
 *   <li><b>U8</b> An account that is deleted and made again under the same id has another generation (V-REUSE-6).
 *   <li><b>U9</b> An instance sees its own tenant's accounts only (R-UNI-6).
 *   <li><b>U10</b> After {@code Written}, in the next call on any node: the new password signs in, the old one does
 *       not, and {@link #load} has the new generation.
 *   <li><b>U11</b> A refusal by the backend's own rules is {@code Rejected} with codes, and changes nothing (R-PWD-12).
 *   <li><b>U12</b> A write lifts {@code LOCKED} and no other status: {@code DISABLED}, {@code EXPIRED} and the rest
 *       answer {@code NotUsable} and stay as they are (R-FLOW-8). Where the generation is old too, either answer is right.
 *   <li><b>U13</b> The password is kept as a salted slow hash only, and appears in no text this store gives away
 *       (V-LEAK-10, R-HASH-1).
 *   <li><b>U14</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds.
 *   <li><b>U15</b> {@link #find} and {@link #load} write nothing (R-RATE-11).
 *   <li><b>U16</b> A null argument is a {@link NullPointerException} and changes nothing.
 *   <li><b>U17</b> {@code Partly} is the answer of a store made of two only, once one of them is known to have the new
 *       password: {@link #load} then has another generation, and the old one is stale (WB-13).
 *       Such a store is {@link CompositeStore}.
 * </ul>
 *
 * <p><b>How U6 is done.</b> SQL: {@code UPDATE … WHERE id = ? AND generation = ?}, and the count of rows. LDAP: one Modify
 * with the assertion control (RFC 4528) on the generation and the status; without it, one Modify that deletes the old value
 * of the stamp and adds the new one. No driver or pool may send a write twice by itself: its own success would come back as
 * {@code Stale}.
 *
 * <p><b>Security duty.</b> Hash the password as it comes, or hand it to a backend that does, over TLS; after no further
 * mapping: the engine has normalised it (R-PWD-8), and the host's sign-in must prepare what a person types in the same way.
 * An address that {@link Destination} refuses is left out, so that one bad attribute keeps nobody from being found.
 */
public interface UserStore {
    /**
     * Finds who has a login name.
     *
     * @param login the canonical name
     * @return none, one, or ambiguous
     * @throws BackendUnavailableException if the backend did not answer
     */
    Lookup find(LoginName login);

    /**
     * Reads an account anew.
     *
     * @param id the account's id, as {@link #find} gave it
     * @return the account as it is now, or empty if it is gone
     * @throws BackendUnavailableException if the backend did not answer
     */
    Optional<Account> load(UserId id);

    /**
     * Sets a new password if nothing about the credentials has changed.
     *
     * @param id the account
     * @param expected the generation that the caller saw
     * @param password the new password, normalised, 1 to 512 UTF-8 bytes; wiped by the caller
     * @return what became of it
     * @throws BackendUnavailableException if it is not known whether it was written; the generation tells later
     */
    PasswordWrite setPassword(UserId id, Generation expected, Secret password);

    /** What became of a new password. */
    sealed interface PasswordWrite {
        /**
         * The account has the new password.
         *
         * @param now its new generation
         */
        record Written(Generation now) implements PasswordWrite {
            /** Checks the generation. */
            public Written {
                Objects.requireNonNull(now, "now");
            }
        }

        /** The account's generation is not the expected one; nothing was written. */
        record Stale() implements PasswordWrite {}

        /**
         * The store's own rules refuse this password; nothing was written.
         *
         * @param reasons at least one; {@code password.refused-by-store} where the backend gives none
         */
        record Rejected(List<Finding> reasons) implements PasswordWrite {
            /**
             * Copies the reasons.
             *
             * @throws IllegalArgumentException if there is none
             */
            public Rejected {
                reasons = List.copyOf(reasons);
                if (reasons.isEmpty()) {
                    throw new IllegalArgumentException("a refusal needs a reason");
                }
            }
        }

        /**
         * The account does not exist or may not be reset; nothing was written.
         *
         * @param status why; {@link AccountStatus#UNKNOWN} for an account that is gone
         */
        record NotUsable(AccountStatus status) implements PasswordWrite {
            /** Checks the status. */
            public NotUsable {
                Objects.requireNonNull(status, "status");
            }
        }

        /**
         * One of two stores has the new password, the other is not known to have it; only a store made of two answers this.
         * The generation has changed, and everything that follows a new password must follow. The person is told: done here,
         * not everywhere; try signing in in some minutes or set it again (RST-22).
         *
         * @param why what hindered the other store
         * @param reasons the other store's reasons if it refused the password, none otherwise
         */
        record Partly(Why why, List<Finding> reasons) implements PasswordWrite {
            /** What hindered the other store. */
            public enum Why {
                /** Its own rules refuse the password. */
                REFUSED,
                /** It did not answer: whether it was written there is not known. */
                UNAVAILABLE,
                /** Somebody else changed the account there in the meantime. */
                STALE,
                /** The account there went, or may no longer be reset. */
                NOT_USABLE
            }

            /** Copies the reasons. */
            public Partly {
                Objects.requireNonNull(why, "why");
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** What a store answers when asked for a login name: none, one, or ambiguous. */
    sealed interface Lookup {
        /** Nobody has this login name. */
        record None() implements Lookup {}

        /**
         * Exactly one account has it.
         *
         * @param account the account
         * @param matched the canonical form of the login name that the store keeps: the engine compares it with what it asked for and
         *     refuses a difference (R-UNI-3, V-UNI-1)
         */
        record One(Account account, LoginName matched) implements Lookup {
            /** Checks the parts. */
            public One {
                Objects.requireNonNull(account, "account");
                Objects.requireNonNull(matched, "matched");
            }
        }

        /** More than one account has it, or an unverified attribute matched: treated as nobody (R-UNI-4). */
        record Ambiguous() implements Lookup {}
    }
}
