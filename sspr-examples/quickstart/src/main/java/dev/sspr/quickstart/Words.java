package dev.sspr.quickstart;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.Refused;
import dev.sspr.password.FindingText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Results in the words of this host. */
final class Words {
    private Words() {}

    static List<String> of(CompleteResult.Rejected weak) {
        return Stream.concat(
                        Stream.of("Please choose another one:"),
                        weak.findings().stream().map(finding -> "  - " + FindingText.of(finding, Locale.ENGLISH)))
                .toList();
    }

    static String of(Refused refused) {
        return switch (refused.reason()) {
            case GONE -> "This reset is over. Please start again.";
            case CHALLENGE_EXPIRED -> "This code is over time. Type r for another.";
            case MALFORMED_NAME ->
                "That cannot be a login name: it is empty, or has characters that names cannot have.";
            case TRY_LATER ->
                refused.retryAt()
                        .map(at -> "Please wait "
                                + Math.max(
                                        1, Duration.between(Instant.now(), at).toSeconds()) + " seconds and try again.")
                        .orElse("Please try again later.");
            default -> refused.outcome().title(Locale.ENGLISH);
        };
    }
}
