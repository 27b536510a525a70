package dev.sspr.explore;

import dev.sspr.explore.ExplorationRun.Has;
import dev.sspr.policy.CodePolicy;
import dev.sspr.policy.Limits;
import dev.sspr.policy.LockoutPolicy;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.RegistrationPolicy.StoreDestinations;
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
        RegistrationPolicy registration = RegistrationPolicy.standard()
                .withKinds(List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE))
                .withStoreDestinations(StoreDestinations.AFTER_REGISTRATION);
        return SsprPolicy.standard()
                .with(new ResetPolicy(
                        explorationRun.proofs(),
                        2,
                        List.of(
                                new ResetPolicy.MethodRule(MethodKind.EMAIL_CODE, ResetPolicy.Use.ALONE),
                                new ResetPolicy.MethodRule(MethodKind.SMS_CODE, ResetPolicy.Use.WITH_ANOTHER)),
                        Duration.ofMinutes(10)))
                .with(new CodePolicy(10, 8, MAIL_LIFE, TEXT_LIFE))
                .with(new Limits(2, GUESSES, 50, 1000, 20, 1000, Duration.ofSeconds(60), 20, 50, 10, 10))
                .with(LockoutPolicy.government())
                .with(registration);
    }

    /** Whether a run's owner has registered a phone. */
    static boolean phone(ExplorationRun explorationRun) {
        return explorationRun.is(Has.PHONE) || explorationRun.is(Has.TWO_PROOFS);
    }
}
