package dev.sspr.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.verification.state.Guards;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
        ExploreHost host = new ExploreHost(mutant.run(), mutant.rules(), Optional.empty());

        assertThat(broken(mutant.name(), host)).isEqualTo(mutant.breaks());
    }

    @ParameterizedTest
    @EnumSource
    void explorer_withAnAdapterThatLies_findsTheHole(ExploreFault lie) {
        ExploreHost host = new ExploreHost(lie.run(), Guards::new, Optional.of(lie));

        assertThat(broken(lie.name(), host)).isEqualTo(lie.breaks());
    }

    @Test
    void properties_all_areBrokenBySomething() {
        Stream<String> broken = Stream.concat(
                Stream.of(ExploreMutant.values()).map(ExploreMutant::breaks),
                Stream.of(ExploreFault.values()).map(ExploreFault::breaks));

        List<String> all = Stream.concat(IntStream.rangeClosed(1, 13).mapToObj(i -> "P" + i), Stream.of("P15"))
                .toList();
        assertThat(broken.distinct().toList()).containsExactlyInAnyOrderElementsOf(all);
    }

    private static String broken(String name, ExploreHost host) {
        ExploreReport report = new Explorer(host, CAP).explore();
        String what = report.found().map(it -> it.broken().getMessage()).orElse("not found");
        System.out.printf("%-30s %-72s %6d states%n", name, what, report.states());
        return report.found().map(it -> it.broken().property()).orElse("nothing");
    }
}
