package dev.sspr.admin;

import dev.sspr.internal.engine.Retry;
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
record Owed(
        UserId person,
        AdminAction action,
        Instant at,
        Locale locale,
        List<Destination> to,
        int failures,
        Instant nextAt) {
    /** From then on a deed that has not come back never will: four calls of 30 seconds, which the SPI allows each. */
    static final Duration DEED = Duration.ofMinutes(2);

    /** It is worth telling for this long. */
    static final Duration LIFE = Duration.ofDays(7);

    Owed {
        to = List.copyOf(to);
    }

    /** Before the deed. */
    static Owed before(UserId person, AdminAction action, Instant now, Locale locale, List<Destination> to) {
        return new Owed(person, action, now, locale, to, 0, now.plus(DEED));
    }

    /** Nothing was done, so there is nothing to tell. */
    Owed nothing() {
        return new Owed(person, action, at, locale, List.of(), failures, nextAt);
    }

    /** After a try; the rest is tried again for as long as other notices are. */
    Owed reached(Collection<Destination> some, Instant now) {
        List<Destination> rest = to.stream().filter(one -> !some.contains(one)).toList();
        boolean over = rest.isEmpty() || Retry.over(failures + 1);
        return over ? nothing() : new Owed(person, action, at, locale, rest, failures + 1, Retry.after(failures, now));
    }
}
