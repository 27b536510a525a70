package dev.sspr.reset;

/** An adapter that breaks one clause of its contract: the guard that the engine leaves to the host. */
@SuppressWarnings("ImmutableEnumChecker") // a run is a value
enum ExploreLie {
    /** F3: a replacement is stored whatever version is kept. */
    FLOWS_IGNORE_VERSIONS(ExploreRuns.OVERLAP),
    /** C1: a counter never fills. */
    COUNTERS_NEVER_FILL(ExploreRuns.GUESSES),
    /** U6: a password is written whatever the generation. */
    USERS_IGNORE_GENERATION(ExploreRuns.OVERLAP_HOST),
    /** U12: a password is written whatever the status. */
    USERS_IGNORE_STATUS(ExploreRuns.OVERLAP_HOST),
    /** V4: one code for all challenges of an account. */
    CODES_IGNORE_CHALLENGE(ExploreRuns.RESENDS),
    /** V4: one code for all accounts, within one challenge of each flow. */
    CODES_IGNORE_USER(ExploreRuns.OWN),
    /** V4: a code made for registration is right. */
    CODES_IGNORE_PURPOSE(ExploreRuns.BOTH_KINDS),
    /** V5: a code is right for ever. */
    CODES_NEVER_EXPIRE(ExploreRuns.TIME);

    private final ExploreConfig run;

    ExploreLie(ExploreConfig run) {
        this.run = run;
    }

    /** A run that finds it. */
    ExploreConfig run() {
        return run;
    }
}
