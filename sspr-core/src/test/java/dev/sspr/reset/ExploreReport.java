package dev.sspr.reset;

import java.util.Optional;

/** What came of one run of the explorer. */
record ExploreReport(
        String name, int states, long steps, boolean closed, Optional<ExploreFound> found, long milliseconds) {
    @Override
    public String toString() {
        return String.format(
                "%-34s %8d states %9d transitions %7d ms %s",
                name,
                states,
                steps,
                milliseconds,
                closed ? "closed" : found.map(it -> it.broken().property()).orElse("cap hit"));
    }
}
