package dev.sspr.reset;

import java.util.List;

/** A broken property, and the shortest way to it. */
record ExploreFound(ExploreBroken broken, List<String> path) {
    @Override
    public String toString() {
        return broken.getMessage() + "\n    " + String.join("\n    ", path);
    }
}
