package dev.sspr.admin;

import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.RegisteredMethodView;
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
 * Where a person stands. No field of it, however deep, can hold a password, a code, a seed, a token, a hash or an answer
 * (R-LOG-5).
 *
 * @param status the account's status in the user store; {@link AccountStatus#LOCKED} is a lock
 * @param privilege how many proofs it needs
 * @param selfServiceOff since when the help desk has self-service switched off, if it has
 * @param mustRegister since when it must register again, if somebody said so
 * @param addresses the mailboxes and numbers of the user store, masked
 * @param methods what is registered, the oldest first
 * @param throttles budgets that are used up
 * @param flows what is open
 * @param recent what happened lately, the latest first; empty where the audit sink cannot be asked
 */
public record AccountView(
        AccountStatus status,
        Account.Privilege privilege,
        Optional<Instant> selfServiceOff,
        Optional<Instant> mustRegister,
        List<String> addresses,
        List<RegisteredMethodView> methods,
        List<Throttle> throttles,
        List<OpenFlow> flows,
        List<RecentEvent> recent) {
    /** Copies the lists. */
    public AccountView {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(privilege, "privilege");
        Objects.requireNonNull(selfServiceOff, "selfServiceOff");
        Objects.requireNonNull(mustRegister, "mustRegister");
        addresses = List.copyOf(addresses);
        methods = List.copyOf(methods);
        throttles = List.copyOf(throttles);
        flows = List.copyOf(flows);
        recent = List.copyOf(recent);
    }

    /**
     * Something that happened to a person's account, without who or whence.
     *
     * @param type what
     * @param outcome how it came out
     * @param purpose what the flow was for
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
     * A budget of one account that is used up (R-RATE-2, R-RATE-3, R-RATE-9, R-RATE-13).
     *
     * @param limit which budget
     * @param kind for which kind of method, where the budget is one of a kind
     */
    public record Throttle(Limit limit, Optional<MethodKind> kind) {
        /** Which budgets an account has. */
        public enum Limit {
            /** Wrong responses in 24 hours. */
            GUESSES_TODAY,
            /** Wrong responses since the last right one. */
            GUESSES_IN_A_ROW,
            /** Messages with a code to one mailbox or line. */
            MESSAGES,
            /** Prompts on a device. */
            PROMPTS,
            /** Access passes that were typed. */
            PASSES
        }

        /** Checks the parts. */
        public Throttle {
            Objects.requireNonNull(limit, "what");
            Objects.requireNonNull(kind, "kind");
        }
    }
}
