package dev.sspr.explore;

import dev.sspr.SsprPolicy;
import dev.sspr.explore.Run.Has;
import dev.sspr.flow.CodePolicy;
import dev.sspr.flow.Limits;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.lockout.LockoutPolicy;
import dev.sspr.register.RegistrationPolicy;
import dev.sspr.register.RegistrationPolicy.Given;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.List;

/** A policy with budgets so small that a few steps use them up. */
final class Numbers {
    /** Wrong codes by e-mail in a day. */
    static final int GUESSES = 3;

    private static final Duration MAIL_LIFE = Duration.ofSeconds(250);
    private static final Duration TEXT_LIFE = Duration.ofMinutes(3);

    private Numbers() {}

    static SsprPolicy of(Run run) {
        RegistrationPolicy registration = RegistrationPolicy.standard()
                .withKinds(List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE))
                .withGiven(Given.AFTER_REGISTRATION);
        return SsprPolicy.standard()
                .with(new ResetPolicy(
                        run.proofs(),
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
    static boolean phone(Run run) {
        return run.is(Has.PHONE) || run.is(Has.TWO_PROOFS);
    }
}
