package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.Limits;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every guard is missed when it is gone: a mutant that the explorer does not find is a gap in the attacker that it plays
 * (security section 6(b)).
 */
@Tag("G1")
class ExploreMutantsTest {
    private static final int CAP = 20_000;

    @ParameterizedTest
    @EnumSource
    void explorer_withoutAGuard_findsTheHole(ExploreMutant mutant) {
        assertThat(explore(mutant.name(), mutant.run(), mutant.rules(), Optional.empty()))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void explorer_withAnAdapterThatLies_findsTheHole(ExploreLie lie) {
        assertThat(explore(lie.name(), lie.run(), Rules::new, Optional.of(lie))).isPresent();
    }

    private static Optional<ExploreFound> explore(
            String name, ExploreConfig run, BiFunction<ResetPolicy, Limits, Rules> rules, Optional<ExploreLie> lie) {
        ExploreReport report = new Explorer(new ExploreHost(run, rules, lie), CAP).explore();
        String what = report.found().map(it -> it.broken().getMessage()).orElse("not found");
        System.out.printf("%-24s %-72s %6d states%n", name, what, report.states());
        return report.found();
    }
}
