package dev.sspr.internal.verification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.internal.verification.state.Guards;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random commands with random arguments never lead the pure states astray. */
@Tag("G1")
class ExploreWalkTest {
    static final int COMMANDS = 2_000_000;
    private static final long SEED = 20_260_105;
    private static final ResetPolicy POLICY = ResetPolicy.standard()
            .methods(List.of(
                    new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                    new MethodRule(MethodKind.SMS_CODE, Use.ALONE),
                    new MethodRule(new MethodKind("push"), Use.WITH_ANOTHER)))
            .flowLife(Duration.ofMinutes(10));

    static ExploreWalk walk(BiFunction<ResetPolicy, Limits, Guards> rules) {
        return new ExploreWalk(rules.apply(POLICY, Limits.standard()), SEED);
    }

    @Test
    void states_onARandomWalk_keepEveryLaw() {
        System.out.println("random walk of " + COMMANDS + " commands, seed " + SEED);

        walk(Guards::new).go(COMMANDS);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            names = {"LIVE", "TRIES_LEFT", "MAY_SEND", "SAME_CHALLENGE", "REAL", "DISTINCT", "ENOUGH", "SPENT", "MOVED"
            })
    void walk_withoutAGuard_breaksALaw(ExploreMutant mutant) {
        ExploreWalk walk = walk(mutant.rules());

        assertThatThrownBy(() -> walk.go(COMMANDS)).isInstanceOf(ExploreBroken.class);
    }
}
