package dev.sspr.spi;

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
 *       Such a store is {@link MadeOfTwo}.
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
    UserLookup find(LoginName login);

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
}
