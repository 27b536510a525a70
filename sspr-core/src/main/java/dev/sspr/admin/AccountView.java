package dev.sspr.admin;

import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.Throttle;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
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
        List<MethodView> methods,
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
}
