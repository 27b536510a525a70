package dev.sspr.internal.helpdesk;

import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A pending notice of a help desk action. It is stored before the action with the current addresses, so that a crash or
 * a failing notifier cannot suppress it (R-ADM-5). {@code to} holds the unreached addresses.
 */
public record PendingAdminNotice(
        UserId person, AdminAction action, Instant at, Locale locale, List<Destination> to, PendingNotice delivery) {
    /** The time after which an action must have ended: four calls of at most 30 seconds, as the SPI allows. */
    public static final Duration DEED = Duration.ofMinutes(2);

    /** The time after which a notice is given up. */
    static final Duration LIFE = Duration.ofDays(7);

    /** Copies the destinations. */
    public PendingAdminNotice {
        to = List.copyOf(to);
    }

    /** Makes the notice before the action. */
    static PendingAdminNotice before(
            UserId person, AdminAction action, Instant now, Locale locale, List<Destination> to) {
        return new PendingAdminNotice(
                person, action, now, locale, to, PendingNotice.due(now.plus(DEED), now.plus(LIFE)));
    }

    /** Returns the notice of an action that was not done, which is over. */
    PendingAdminNotice nothing() {
        return new PendingAdminNotice(person, action, at, locale, List.of(), delivery);
    }

    /** Returns the notice with the unreached addresses, which are tried for its whole life. */
    PendingAdminNotice left(Collection<Destination> some, Duration least, Instant now) {
        PendingNotice next = delivery.failed(Set.of(), least, now);
        return some.isEmpty() || next.isOver()
                ? nothing()
                : new PendingAdminNotice(person, action, at, locale, List.copyOf(some), next);
    }
}
