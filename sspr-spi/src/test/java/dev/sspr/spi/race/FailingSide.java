package dev.sspr.spi.race;

import dev.sspr.spi.kit.TwoProcesses;

/** A side that finds its backend broken. */
public final class FailingSide {
    private FailingSide() {}

    public static void main(String[] args) {
        TwoProcesses.side(() -> {
            throw new IllegalStateException("no such table");
        });
    }
}
