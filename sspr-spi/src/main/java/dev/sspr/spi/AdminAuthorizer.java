package dev.sspr.spi;

import java.util.Objects;

/**
 * Decides which help desk action an actor may take. There is no default: without an authorizer, every action is denied
 * (R-ADM-2).
 *
 * <p>Contract (kit: {@code AdminAuthorizerContract}):
 *
 * <ul>
 *   <li><b>Z1</b> If the action is allowed, the answer is {@code Granted}; otherwise it is {@code Denied}. The same
 *       request gets the same answer while nothing changes, and a request changes nothing.
 *   <li><b>Z2</b> An unknown actor is {@code Denied} every action (V-AUTHZ-3).
 *   <li><b>Z3</b> No actor is granted an action on their own account (TAP-05).
 *   <li><b>Z4</b> A grant for one tenant does not extend to another (R-ADM-3, V-AUTHZ-4).
 *   <li><b>Z5</b> A grant for one action does not extend to another.
 *   <li><b>Z6</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds;
 *       it never returns {@code Granted}.
 *   <li><b>Z7</b> 64 threads may call at once, and each gets the answer to its own request.
 *   <li><b>Z8</b> A null argument throws {@link NullPointerException}.
 * </ul>
 *
 * <p><b>Security duty.</b> Decide by the actor's current rights, not by rights that a request or a page claims. The
 * library itself refuses an action on the actor's own account, on another tenant, and on a more privileged account.
 */
public interface AdminAuthorizer {
    /** A decision. */
    sealed interface Decision {
        /** The actor may take the action. A grant covers this call only. */
        record Granted() implements Decision {}

        /**
         * The actor may not take the action.
         *
         * @param reason the reason, for the audit log only; 1 to 64 characters
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
     * Decides on a request.
     *
     * @param request the actor, the action, the target account and the tenant
     * @return granted or denied
     * @throws BackendUnavailableException if a backend did not answer
     */
    Decision decide(AdminRequest request);
}
