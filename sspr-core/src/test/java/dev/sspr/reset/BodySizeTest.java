package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.TestClock;
import dev.sspr.internal.verification.state.AttemptCounts;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.StateCodec;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The size of a stored flow that waits for its first proof tells nothing about whose it is (R-ENUM-2). */
@Tag("R-ENUM-2")
class BodySizeTest {
    private static final Instant NOW = TestClock.START;
    private static final Digest SOME = new Digest(1, 2);

    private static int size(String user, String generation, String method, Locale locale, int tries) {
        AwaitingResponse awaitingResponse = new AwaitingResponse(
                new FlowHeader(SOME, NOW, locale, 1, NOW),
                new Subject(new UserId(user), new Generation(generation), 1, Subject.Reality.EXISTING),
                List.of(),
                tries == 0
                        ? AttemptCounts.NONE
                        : new AttemptCounts(Map.of(MethodKind.EMAIL_CODE, tries, MethodKind.SMS_CODE, tries)),
                Optional.of(
                        new PendingChallenge(SOME, MethodKind.EMAIL_CODE, method, SOME, NOW, NOW, VerifierState.EMPTY)),
                Optional.of(MethodKind.EMAIL_CODE),
                NOW,
                Optional.empty());
        return new StateCodec().write(awaitingResponse).length;
    }

    @Test
    void body_ofAccountsWithIdsOfAnyOrdinaryLength_hasOneSize() {
        Set<Integer> sizes = new TreeSet<>();
        for (String language : List.of("en", "pt-BR", "zh-Hant-TW")) {
            for (int tries : new int[] {0, 5}) {
                for (int length : new int[] {1, 8, 20, 36}) {
                    sizes.add(size(
                            "u".repeat(length),
                            "1".repeat(Math.min(length, 20)),
                            "m".repeat(length),
                            Locale.forLanguageTag(language),
                            tries));
                }
            }
        }

        assertThat(sizes).hasSize(1);
    }
}
