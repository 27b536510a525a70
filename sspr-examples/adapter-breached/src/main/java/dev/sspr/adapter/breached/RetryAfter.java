package dev.sspr.adapter.breached;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pause that a service asks for (RFC 9110 section 10.2.3), in its form of seconds; a day at most. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final long DAY = 86_400;

    private RetryAfter() {}

    static Optional<Duration> seconds(String header) {
        return SECONDS.matcher(header.strip()).matches()
                ? Optional.of(Duration.ofSeconds(Math.min(DAY, Long.parseLong(header.strip()))))
                : Optional.empty();
    }
}
