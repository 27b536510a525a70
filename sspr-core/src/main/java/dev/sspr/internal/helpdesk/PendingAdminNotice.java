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
 * A message that somebody is owed because the help desk did something to their account, or began to. It is stored before the
 * deed, with the addresses of that time, so that neither a crash nor a carrier that is down keeps it from them (R-ADM-5).
 *
 * @param person who is told
 * @param action what was done, or begun
 * @param at when
 * @param locale the language they are told in
 * @param to who has not been reached; nobody once it is over
 * @param delivery when they are tried
 */
public record PendingAdminNotice(
        UserId person, AdminAction action, Instant at, Locale locale, List<Destination> to, PendingNotice delivery) {
    /** From then on a deed that has not come back never will: four calls of 30 seconds, which the SPI allows each. */
    public static final Duration DEED = Duration.ofMinutes(2);

    /** It is worth telling for this long. */
    static final Duration LIFE = Duration.ofDays(7);

    /** Copies the destinations. */
    public PendingAdminNotice {
        to = List.copyOf(to);
    }

    /** Before the deed. */
    static PendingAdminNotice before(
            UserId person, AdminAction action, Instant now, Locale locale, List<Destination> to) {
        return new PendingAdminNotice(
                person, action, now, locale, to, PendingNotice.due(now.plus(DEED), now.plus(LIFE)));
    }

    /** Nothing was done, so there is nothing to tell. */
    PendingAdminNotice nothing() {
        return new PendingAdminNotice(person, action, at, locale, List.of(), delivery);
    }

    /** After an attempt that has left somebody unreached; they are tried again for the whole life of the message. */
    PendingAdminNotice left(Collection<Destination> some, Duration least, Instant now) {
        PendingNotice next = delivery.failed(Set.of(), least, now);
        return some.isEmpty() || next.isOver()
                ? nothing()
                : new PendingAdminNotice(person, action, at, locale, List.copyOf(some), next);
    }
}
