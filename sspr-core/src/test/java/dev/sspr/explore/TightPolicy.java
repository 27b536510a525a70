package dev.sspr.explore;

import dev.sspr.explore.ExplorationRun.Has;
import dev.sspr.policy.LockoutPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.List;

/** A policy with budgets so small that a few steps use them up. */
final class TightPolicy {
    /** Wrong codes by e-mail in a day. */
    static final int GUESSES = 3;

    private static final Duration MAIL_LIFE = Duration.ofSeconds(250);
    private static final Duration TEXT_LIFE = Duration.ofMinutes(3);

    private TightPolicy() {}

    static SsprPolicy of(ExplorationRun explorationRun) {
        return SsprPolicy.standard()
                .reset(reset -> reset.proofs(explorationRun.proofs())
                        .methods(List.of(
                                new ResetPolicy.MethodRule(MethodKind.EMAIL_CODE, ResetPolicy.Use.ALONE),
                                new ResetPolicy.MethodRule(MethodKind.SMS_CODE, ResetPolicy.Use.WITH_ANOTHER)))
                        .flowLife(Duration.ofMinutes(10)))
                .codes(codes -> codes.mailLife(MAIL_LIFE).phoneLife(TEXT_LIFE))
                .limits(limits -> limits.guessesPerMethod(2)
                        .guessesPerDay(GUESSES)
                        .startsPerName(20)
                        .startsPerSource(1000)
                        .mailsPerHour(20)
                        .mailsPerDay(50)
                        .textsPerHour(10)
                        .textsPerDay(10)
                        .publicationDelay(Duration.ofMillis(ExploredWorld.ACT)))
                .lockout(LockoutPolicy.government())
                .registration(registration -> registration.kinds(List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE)));
    }

    /** Whether a run's owner has registered a phone. */
    static boolean phone(ExplorationRun explorationRun) {
        return explorationRun.is(Has.PHONE) || explorationRun.is(Has.TWO_PROOFS);
    }
}
