package dev.sspr.spi.kit;

import java.util.List;
import java.util.Optional;

/**
 * One message as it came out at the far end of a carrier.
 *
 * @param transportId what the receiving side drops duplicates by: for mail the {@code Message-ID}
 * @param recipients everybody it went to, on the envelope and in any header
 * @param subject the subject, decoded; empty for a channel without one
 * @param text the plain text, decoded
 * @param html the HTML text, decoded, if there is one
 */
public record Arrival(
        String transportId, List<String> recipients, Optional<String> subject, String text, Optional<String> html) {}
