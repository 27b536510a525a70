package dev.sspr.spi.kit;

import java.util.List;
import java.util.Optional;

/**
 * One message as delivered by a carrier.
 *
 * @param transportId the id by which the receiving side drops duplicates: for mail the {@code Message-ID}
 * @param recipients every recipient, on the envelope and in any header
 * @param subject the subject, decoded; empty for a channel without one
 * @param text the plain text, decoded
 * @param html the HTML text, decoded, if there is one
 */
public record Arrival(
        String transportId, List<String> recipients, Optional<String> subject, String text, Optional<String> html) {}
