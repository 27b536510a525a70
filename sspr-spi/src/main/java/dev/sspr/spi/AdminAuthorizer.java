package dev.sspr.spi;

import java.util.Objects;

/**
 * Says who may do what at the help desk. There is no default: without one, nobody may do anything (R-ADM-2).
 *
 * <p>Contract (kit: {@code AdminAuthorizerContract}):
 *
 * <ul>
 *   <li><b>Z1</b> What is allowed is {@code Granted}, everything else {@code Denied}; the same question has the same answer
 *       while nothing changes, and asking changes nothing.
 *   <li><b>Z2</b> An actor it does not know is {@code Denied} every action (V-AUTHZ-3).
 *   <li><b>Z3</b> Nobody is granted anything over their own account (TAP-05).
 *   <li><b>Z4</b> A grant for one tenant is none for another (R-ADM-3, V-AUTHZ-4).
 *   <li><b>Z5</b> A grant for one action is none for another.
 *   <li><b>Z6</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds, never
 *       {@code Granted}.
 *   <li><b>Z7</b> 64 threads may ask at once, and each gets the answer to its own question.
 *   <li><b>Z8</b> A null argument is a {@link NullPointerException}.
 * </ul>
 *
 * <p><b>Security duty.</b> Decide by the actor's rights as they are now, not by what a request or a page says of them. The
 * library itself refuses what no authorizer can allow: oneself, another tenant, somebody more privileged.
 */
public interface AdminAuthorizer {
    /** What was decided. */
    sealed interface Decision {
        /** The actor may do it, now and this once. */
        record Granted() implements Decision {}

        /**
         * The actor may not.
         *
         * @param reason why not, for the audit log and nobody else; 1 to 64 characters
         */
        record Denied(String reason) implements Decision {
            /** The most characters a reason can have. */
            public static final int MAX_REASON_LENGTH = 64;

            /**
             * Checks the reason.
             *
             * @throws IllegalArgumentException if it is empty, too long, or has control, format or unpaired surrogate
             *     characters
             */
            public Denied {
                Objects.requireNonNull(reason, "reason");
                Text.opaque("a reason", reason, MAX_REASON_LENGTH);
            }
        }
    }

    /**
     * Decides.
     *
     * @param request who wants to do what to whom
     * @return granted or denied
     * @throws BackendUnavailableException if a backend did not answer
     */
    Decision decide(AdminRequest request);
}
