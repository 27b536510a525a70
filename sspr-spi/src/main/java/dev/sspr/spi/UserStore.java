package dev.sspr.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds a host's accounts and writes a new password if the account's generation is the expected one.
 *
 * <p>Contract (kit: {@code UserStoreContract}):
 *
 * <ul>
 *   <li><b>U1</b> {@link #find} returns {@code One} for the login name of exactly one account and {@code None} for an
 *       unknown one.
 *   <li><b>U2</b> Login names are compared by code point, regardless of the backend's collation: another letter case,
 *       accent, width or padding is another name. {@code matched} is the canonical form of the stored name (R-UNI-2,
 *       R-UNI-3). The engine asks only for canonical names, by default RFC 8265 UsernameCaseMapped, in lower case. A
 *       backend that keeps {@code JSmith} therefore maps its names with the host's {@code LoginCanon} and compares the
 *       results; otherwise it never finds a name with a capital letter. Two names with one canonical form are
 *       ambiguous.
 *   <li><b>U3</b> If several accounts have one name, the answer is {@code Ambiguous}, never the first of them
 *       (R-UNI-4).
 *   <li><b>U4</b> Wildcards, quotes and other syntax of the backend match only themselves (R-INJ-1, R-INJ-2).
 *   <li><b>U5</b> Each status is reported as it is; a missing or unreadable one is {@code UNKNOWN} (R-FLOW-7).
 *   <li><b>U6</b> {@link #setPassword} writes the password and the write's id only if the generation is still the
 *       expected one, in one atomic step: of 64 parallel writes with one expectation, one is {@code Written} and 63 are
 *       {@code Stale} (R-RACE-3).
 *   <li><b>U7</b> The generation changes with every write, with every password that an administrator or another program
 *       sets without this store, and with every change of a destination. It never returns to an earlier value
 *       (R-TOK-8).
 *   <li><b>U8</b> An account that is deleted and created again under the same id has another generation (V-REUSE-6).
 *   <li><b>U9</b> An instance sees only accounts of its own tenant (R-UNI-6).
 *   <li><b>U10</b> After {@code Written}, in the next call on any node, the new password signs in, the old one does
 *       not, and {@link #load} returns the new generation and, as {@link Account#lastWrite()}, the write's id.
 *   <li><b>U11</b> If the backend's own rules refuse the password, the answer is {@code Rejected} with codes, and
 *       nothing changes (R-PWD-12).
 *   <li><b>U12</b> A write lifts {@code LOCKED} and no other status: for {@code DISABLED}, {@code EXPIRED} and the rest
 *       the answer is {@code NotUsable}, and they stay as they are (R-FLOW-8). If the generation is old too, either
 *       answer is right.
 *   <li><b>U13</b> The password is kept only as a salted slow hash, and appears in no text that this store exposes
 *       (V-LEAK-10, R-HASH-1).
 *   <li><b>U14</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30
 *       seconds.
 *   <li><b>U15</b> {@link #find} and {@link #load} write nothing (R-RATE-11).
 *   <li><b>U16</b> A null argument throws {@link NullPointerException} and changes nothing.
 *   <li><b>U17</b> Only a store made of two stores returns {@code Partly}, once one of them is known to have the new
 *       password. {@link #load} then returns another generation, and the old one is stale (WB-13). Such a store is a
 *       {@link CompositeStore}.
 *   <li><b>U18</b> A store keeps write ids for all accounts, or for none. If it keeps them, {@link #find} and
 *       {@link #load} return the id of the last {@link #setPassword} that was {@code Written}, read in the same step as
 *       the generation; before the first one, {@link WriteId#NONE}. A write that is not {@code Written} leaves it. A
 *       change of anything but the password leaves it. A password that an administrator or another program sets leaves
 *       it, or changes it to {@link WriteId#NONE}. If it keeps none, {@code lastWrite} is always empty (F2-R8).
 * </ul>
 *
 * <p><b>Why U18.</b> The answer of a write can be lost. The generation alone cannot tell whether this write has landed,
 * because others move it too. A store without write ids should be a {@link PasswordVerifier}: the engine then asks it
 * about the password that the user gave. Without either, the user is told that the result is not known.
 *
 * <p><b>How to do U6.</b> SQL: {@code UPDATE … WHERE id = ? AND generation = ?}, and the count of rows. LDAP: one
 * Modify with the assertion control (RFC 4528) on the generation and the status; without it, one Modify that deletes
 * the old value of the stamp and adds the new one. The write's id is one more column or attribute of the same statement.
 * No driver or pool may repeat a write by itself: after a first success, the repeated write would return {@code Stale}.
 *
 * <p><b>Security duty.</b> Hash the password as received, or pass it over TLS to a backend that hashes it. Apply no
 * further mapping: the engine has normalised it (R-PWD-8), and the host's sign-in must prepare typed passwords in the
 * same way. Leave out an address that {@link Destination} refuses, so that one bad attribute does not make an account
 * unfindable.
 */
public interface UserStore {
    /**
     * Finds the account with a login name.
     *
     * @param login the canonical name
     * @return none, one, or ambiguous
     * @throws BackendUnavailableException if the backend did not answer
     */
    Lookup find(LoginName login);

    /**
     * Reads an account again.
     *
     * @param id the account's id, as {@link #find} returned it
     * @return the account as it is now, or empty if it does not exist
     * @throws BackendUnavailableException if the backend did not answer
     */
    Optional<Account> load(UserId id);

    /**
     * Sets a new password if the account's generation is the expected one.
     *
     * @param id the account
     * @param expected the generation that the caller saw
     * @param password the new password, normalised, 1 to 512 UTF-8 bytes; the caller wipes it
     * @param write the id of this write, which no other write has; stored with the password, or ignored by a store that
     *     keeps no write ids
     * @return the result of the write
     * @throws BackendUnavailableException if it is not known whether it was written; a later read of
     *     {@link Account#lastWrite()} tells
     */
    PasswordWrite setPassword(UserId id, Generation expected, Secret password, WriteId write);

    /** The result of a password write. */
    sealed interface PasswordWrite {
        /**
         * The account has the new password.
         *
         * @param now its new generation
         */
        record Written(Generation now) implements PasswordWrite {
            /** Checks that there is a generation. */
            public Written {
                Objects.requireNonNull(now, "now");
            }
        }

        /** The account's generation is not the expected one; nothing was written. */
        record Stale() implements PasswordWrite {}

        /**
         * The store's own rules refuse this password; nothing was written.
         *
         * @param reasons the reasons, at least one; {@code password.refused-by-store} if the backend gives none
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
                    throw new IllegalArgumentException("a refusal must have a reason");
                }
            }
        }

        /**
         * The account does not exist or may not be reset; nothing was written.
         *
         * @param status the reason; {@link AccountStatus#UNKNOWN} for a deleted account
         */
        record NotUsable(AccountStatus status) implements PasswordWrite {
            /** Checks that there is a status. */
            public NotUsable {
                Objects.requireNonNull(status, "status");
            }
        }

        /**
         * One of two stores has the new password, and the other is not known to have it; only a store made of two
         * returns this. The generation has changed, and all steps after a new password must follow. The user is told
         * that the password works here but not everywhere, and to sign in again in some minutes or to set it again
         * (RST-22).
         *
         * @param why the obstacle at the other store
         * @param reasons the other store's reasons if it refused the password, empty otherwise
         */
        record Partly(Why why, List<Finding> reasons) implements PasswordWrite {
            /** The obstacle at the other store. */
            public enum Why {
                /** Its own rules refuse the password. */
                REFUSED,
                /** It did not answer: it may or may not have written the password. */
                UNAVAILABLE,
                /** Another writer changed the account there in the meantime. */
                STALE,
                /** The account there was deleted, or may no longer be reset. */
                NOT_USABLE
            }

            /** Copies the reasons. */
            public Partly {
                Objects.requireNonNull(why, "why");
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** The answer to a look-up: none, one, or ambiguous. */
    sealed interface Lookup {
        /** No account has this login name. */
        record None() implements Lookup {}

        /**
         * Exactly one account has this login name.
         *
         * @param account the account
         * @param matched the canonical form of the stored login name. The engine compares it with the requested one and
         *     refuses a difference (R-UNI-3, V-UNI-1)
         */
        record One(Account account, LoginName matched) implements Lookup {
            /** Checks that no part is missing. */
            public One {
                Objects.requireNonNull(account, "account");
                Objects.requireNonNull(matched, "matched");
            }
        }

        /**
         * More than one account has it, or an unverified attribute matched. The engine treats it as an unknown name
         * (R-UNI-4).
         */
        record Ambiguous() implements Lookup {}
    }
}
