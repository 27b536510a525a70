package dev.sspr.internal.helpdesk;

import dev.sspr.internal.engine.Backoff;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A message that somebody is owed because the help desk did something to their account, or began to. It is stored before the
 * deed, with the addresses of that time, so that neither a crash nor a carrier that is down keeps it from them (R-ADM-5).
 *
 * @param person who is told
 * @param action what was done, or begun
 * @param at when
 * @param locale the language they are told in
 * @param to who has not been reached; nobody once it is over
 * @param failures how many tries have failed
 * @param nextAt when the next try is due
 */
public record PendingAdminNotice(
        UserId person,
        AdminAction action,
        Instant at,
        Locale locale,
        List<Destination> to,
        int failures,
        Instant nextAt) {
    /** From then on a deed that has not come back never will: four calls of 30 seconds, which the SPI allows each. */
    public static final Duration DEED = Duration.ofMinutes(2);

    /** It is worth telling for this long. */
    static final Duration LIFE = Duration.ofDays(7);

    public PendingAdminNotice {
        to = List.copyOf(to);
    }

    /** Before the deed. */
    static PendingAdminNotice before(
            UserId person, AdminAction action, Instant now, Locale locale, List<Destination> to) {
        return new PendingAdminNotice(person, action, now, locale, to, 0, now.plus(DEED));
    }

    /** Nothing was done, so there is nothing to tell. */
    PendingAdminNotice nothing() {
        return new PendingAdminNotice(person, action, at, locale, List.of(), failures, nextAt);
    }

    /** After a try; the rest is tried again for as long as other notices are. */
    PendingAdminNotice reached(Collection<Destination> some, Instant now) {
        List<Destination> rest = to.stream().filter(one -> !some.contains(one)).toList();
        boolean over = rest.isEmpty() || Backoff.over(failures + 1);
        return over
                ? nothing()
                : new PendingAdminNotice(person, action, at, locale, rest, failures + 1, Backoff.after(failures, now));
    }
}
