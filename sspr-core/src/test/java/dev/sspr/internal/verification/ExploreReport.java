package dev.sspr.internal.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What came of one run of the explorer. */
public record ExploreReport(
        String name,
        Set<String> moves,
        int states,
        long steps,
        boolean closed,
        Optional<Found> found,
        long milliseconds) {
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

    /** A broken property, and the shortest way to it. */
    public record Found(ExploreBroken broken, List<String> path) {
        @Override
        public String toString() {
            return broken.getMessage() + "\n    " + String.join("\n    ", path);
        }
    }
}
