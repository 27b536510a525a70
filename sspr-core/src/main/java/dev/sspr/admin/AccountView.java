package dev.sspr.admin;

import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.ResetReadiness;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of an account for the help desk. No field, however deep, can hold a password, a code, a seed, a token, a
 * hash or an answer (R-LOG-5).
 *
 * @param status the account's status in the user store; {@link AccountStatus#LOCKED} is a lock
 * @param privilege the privilege, which decides how many proofs it needs
 * @param selfServiceOff since when the help desk has disabled self-service, if it has
 * @param mustRegister since when it must register again, if an administrator requires it
 * @param heldUntil when the hold after a reset ends, if one runs: until then the user removes nothing that was there before
 *     without a phishing-resistant proof (R-HOLD-1)
 * @param addresses the mailboxes and numbers of the user store, masked
 * @param methods the registered methods, the oldest first
 * @param reset whether it can be reset now, and what is missing
 * @param throttles the rate limits that are reached
 * @param flows the open flows
 * @param recent recent events, the latest first; empty if the audit sink cannot be read
 * @param securityInfo whether the security info opens; if not, the methods and the rate limits are not known
 */
public record AccountView(
        AccountStatus status,
        Account.Privilege privilege,
        Optional<Instant> selfServiceOff,
        Optional<Instant> mustRegister,
        Optional<Instant> heldUntil,
        List<String> addresses,
        List<RegisteredMethodView> methods,
        ResetReadiness reset,
        List<Throttle> throttles,
        List<OpenFlow> flows,
        List<RecentEvent> recent,
        SecurityInfo securityInfo) {
    /** Whether the security info of an account opens. */
    public enum SecurityInfo {
        /** It opens, or there is none. */
        READABLE,
        /**
         * It does not open: the engine lacks the key that sealed it, or it was altered. The account has no self-service
         * until the help desk requires a new registration, which removes the unreadable security info.
         */
        UNREADABLE
    }

    /** Copies the lists. */
    public AccountView {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(selfServiceOff, "selfServiceOff");
        Objects.requireNonNull(mustRegister, "mustRegister");
        Objects.requireNonNull(heldUntil, "heldUntil");
        addresses = List.copyOf(addresses);
        methods = List.copyOf(methods);
        Objects.requireNonNull(reset, "reset");
        throttles = List.copyOf(throttles);
        flows = List.copyOf(flows);
        recent = List.copyOf(recent);
        Objects.requireNonNull(securityInfo, "securityInfo");
    }

    /**
     * A recent event of an account, without actor or origin.
     *
     * @param type the type
     * @param outcome the outcome
     * @param purpose the purpose of the flow
     * @param at when
     */
    public record RecentEvent(AuditType type, Outcome outcome, Purpose purpose, Instant at) {
        /** Checks the parts. */
        public RecentEvent {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A rate limit that one account has reached (R-RATE-2, R-RATE-3, R-RATE-9, R-RATE-13).
     *
     * @param limit which limit
     * @param kind the kind of method, for a limit per kind
     */
    public record Throttle(Limit limit, Optional<MethodKind> kind) {
        /** The rate limits of an account. */
        public enum Limit {
            /** Wrong responses in 24 hours. */
            GUESSES_TODAY,
            /** Wrong responses since the last right one. */
            GUESSES_IN_A_ROW,
            /** Messages with a code to one mailbox or line. */
            MESSAGES,
            /** Prompts on a device. */
            PROMPTS,
            /** Typed access passes. */
            PASSES
        }

        /** Checks the parts. */
        public Throttle {
            Objects.requireNonNull(limit, "what");
            Objects.requireNonNull(kind, "kind");
        }
    }
}
