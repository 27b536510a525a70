package dev.sspr.internal.registration;

/** Adapters that break their contract: what the engine leaves to the host. */
@SuppressWarnings("ImmutableEnumChecker") // a run is a value
enum ExploreFault {
    /** F3: a replacement is stored whatever version is kept. */
    FLOWS_IGNORE_VERSIONS("P3", ExploreRuns.OVERLAP_ONE),
    /** A look at a registration makes the store forget it. */
    FLOWS_FORGET_WHEN_READ("P13", ExploreRuns.NEW_ACCOUNT),
    /** M2: a set is stored whatever version is kept. */
    METHODS_IGNORE_VERSIONS("P3", ExploreRuns.OVERLAP),
    /** C1: a counter never fills. */
    COUNTERS_NEVER_FILL("P4", ExploreRuns.GUESSES),
    /** A counter that fails is empty afterwards. */
    COUNTERS_FORGET_WHEN_THEY_FAIL("P11", ExploreRuns.CRASHES),
    /** K2: any response confirms an enrolment. */
    TOKENS_CONFIRM_ANYTHING("P3", ExploreRuns.GUESSES),
    /** K3: what confirmed an enrolment proves a reset. */
    TOKENS_IGNORE_PURPOSE("P10", ExploreRuns.BOTH_PURPOSES),
    /** K5: one response passes again. */
    TOKENS_NEVER_ADVANCE("P3", ExploreRuns.WORDS),
    /** The carrier refuses an address that another account has registered. */
    CARRIER_TELLS_WHO_HAS_IT("P16", ExploreRuns.OWN);

    private final String breaks;
    private final ExploreConfig run;

    ExploreFault(String breaks, ExploreConfig run) {
        this.breaks = breaks;
        this.run = run;
    }

    /** The property that is broken first. */
    String breaks() {
        return breaks;
    }

    /** A run that finds it. */
    ExploreConfig run() {
        return run;
    }
}
