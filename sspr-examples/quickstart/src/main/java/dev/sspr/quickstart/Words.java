package dev.sspr.quickstart;

import dev.sspr.flow.Refused;
import dev.sspr.spi.Finding;
import java.time.Duration;
import java.time.Instant;

/** Results in the words of this host. */
final class Words {
    private Words() {}

    static String of(Finding finding) {
        return switch (finding.code()) {
            case "password.too-short" ->
                "it needs at least " + finding.parameters().get("min") + " characters";
            case "password.too-long" -> "it is too long";
            case "password.empty" -> "nothing was typed";
            case "password.common" -> "many people use it";
            case "password.repetitive" -> "it repeats itself";
            case "password.context-word" -> "it is little more than your name";
            case "password.forbidden-character" -> "it has a control character in it";
            default -> finding.code();
        };
    }

    static String of(Refused refused) {
        return switch (refused.reason()) {
            case GONE -> "This reset is over. Please start again.";
            case NOT_NOW -> "That is not possible at this step.";
            case METHOD_NOT_OFFERED -> "That way of proving is not offered here.";
            case CHALLENGE_EXPIRED -> "This code is over time. Type r for another.";
            case TOO_MANY_TRIES -> "Too many wrong codes. Please start again later.";
            case MALFORMED_NAME ->
                "That cannot be a login name: it is empty, or has characters that names cannot have.";
            case STORE_UNAVAILABLE -> "Passwords cannot be stored at the moment. Please try again in some minutes.";
            case TRY_LATER ->
                refused.retryAt()
                        .map(at -> "Please wait "
                                + Math.max(
                                        1, Duration.between(Instant.now(), at).toSeconds()) + " seconds and try again.")
                        .orElse("Please try again later.");
        };
    }
}
