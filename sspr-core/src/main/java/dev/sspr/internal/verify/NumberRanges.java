package dev.sspr.internal.verify;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import java.util.Set;

/**
 * The numbers that messages may go to, whoever stored them: a listed country, or any if none is listed, and no range that
 * costs the host money (R-RATE-10).
 *
 * @param callingCodes calling codes of the allowed countries; empty for all
 */
public record NumberRanges(Set<String> callingCodes) {
    /** The ranges of a host that lists no country. */
    public static final NumberRanges ALL = new NumberRanges(Set.of());

    /** Satellite, premium-rate, shared-cost and universal numbers of the international plan (ITU-T E.164 list). */
    private static final Set<String> COSTLY = Set.of(
            "870", "878", "881", "882", "883", "888", "979", "808", "800", "1900", "1976", "44909", "3190", "49900");

    /** Returns whether messages may go to a destination; a mailbox is in no range, and a trunk prefix hides none. */
    public boolean accepts(Destination to) {
        return to.channel() == Channel.EMAIL
                || (accepts(to.address())
                        && accepts(to.endpoint().substring(to.endpoint().indexOf('+'))));
    }

    /** Returns whether messages may go to a number. */
    public boolean accepts(String e164) {
        String digits = e164.substring(1);
        return COSTLY.stream().noneMatch(digits::startsWith)
                && (callingCodes.isEmpty() || callingCodes.stream().anyMatch(digits::startsWith));
    }
}
