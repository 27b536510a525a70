package dev.sspr.spi.memory;

/** What the fixtures of the twins share. */
final class Twins {
    private Twins() {}

    static void outage(Faults faults, boolean on) {
        if (on) {
            faults.fail();
        } else {
            faults.heal();
        }
    }
}
