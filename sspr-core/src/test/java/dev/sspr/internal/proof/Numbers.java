package dev.sspr.internal.proof;

import dev.sspr.flow.Limits;
import java.time.Duration;

/** Limits of the standard preset, some of them changed. */
final class Numbers {
    int guessesPerMethod = 5;
    int guessesPerDay = 10;
    int guessesInARow = 50;
    int guessesPerTenant = 1000;
    int startsPerName = 10;
    int startsPerSource = 20;
    Duration sendGap = Duration.ofSeconds(60);
    int mailsPerHour = 5;
    int mailsPerDay = 10;
    int textsPerHour = 3;
    int textsPerDay = 5;

    Limits limits() {
        return new Limits(
                guessesPerMethod,
                guessesPerDay,
                guessesInARow,
                guessesPerTenant,
                startsPerName,
                startsPerSource,
                sendGap,
                mailsPerHour,
                mailsPerDay,
                textsPerHour,
                textsPerDay);
    }
}
