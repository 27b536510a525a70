package dev.sspr.internal.verification;

/** An adapter that breaks one clause of its contract: the guard that the engine leaves to the host. */
@SuppressWarnings("ImmutableEnumChecker") // a run is a value
enum ExploreFault {
    /** F3: a replacement is stored whatever version is kept. */
    FLOWS_IGNORE_VERSIONS("P7", ExploreRuns.OVERLAP),
    /** A look at a flow that is over makes the store forget it. */
    FLOWS_FORGET_WHEN_READ("P13", ExploreRuns.LINKS),
    /** C1: a counter never fills. */
    COUNTERS_NEVER_FILL("P4", ExploreRuns.GUESSES),
    /** A counter that fails is empty afterwards. */
    COUNTERS_FORGET_WHEN_THEY_FAIL("P11", ExploreRuns.CRASHES),
    /** U6: a password is written whatever the generation. */
    USERS_IGNORE_GENERATION("P1", ExploreRuns.OVERLAP_HOST),
    /** U12: a password is written whatever the status. */
    USERS_IGNORE_STATUS("P5", ExploreRuns.OVERLAP_HOST),
    /** One call writes twice. */
    USERS_WRITE_TWICE("P6", ExploreRuns.GATEWAY),
    /** V4: one code for all challenges of an account. */
    CODES_IGNORE_CHALLENGE("P2", ExploreRuns.RESENDS),
    /** V4: one code for all accounts, within one challenge of each flow. */
    CODES_IGNORE_USER("P2", ExploreRuns.OWN),
    /** V4: a code made for registration is right. */
    CODES_IGNORE_PURPOSE("P10", ExploreRuns.BOTH_KINDS),
    /** V5: a code is right for ever. */
    CODES_NEVER_EXPIRE("P9", ExploreRuns.TIME);

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
