package dev.sspr.explore;

/** What an adapter, or the host, may do wrong: each is found, in a run, as a broken property. */
@SuppressWarnings("ImmutableEnumChecker") // a run is a value
enum HostFault {
    NONE("", ExplorationRuns.RESETS),
    /** The flow store ends nothing when it is told to end an owner's flows, and nobody remembers that it was told. */
    ENDS_NOTHING("R-SESS-4", ExplorationRuns.DESK_ENDS),
    /** The flow store takes every version for the next one. */
    FLOWS_IGNORE_VERSIONS("P6", ExplorationRuns.OVERLAP_UNLOCK),
    /** The flow store says to have kept what an objection changes, and has not. */
    FORGETS_OBJECTIONS("P7", ExplorationRuns.RESETS),
    /** The flow store lists nothing as due. */
    NOTHING_IS_DUE("P12", ExplorationRuns.FAULT_RESET_CHANGE),
    /** The user store's generation stays what it is. */
    SAME_GENERATION("P1", ExplorationRuns.OVERLAP_RESET_CHANGE),
    /** The user store writes whatever generation is expected. */
    WRITES_ANYWAY("P1", ExplorationRuns.OVERLAP_RESET_CHANGE),
    /** The user store takes every password for the right one. */
    EVERY_PASSWORD_RIGHT("LIVE", ExplorationRuns.LOCKOUT),
    /** The user store tells of every account that it is active, and writes to it. */
    SEES_NO_STATUS("P5", ExplorationRuns.CHANGE_UNLOCK),
    /** The unlocker lifts what is no lock. */
    UNLOCKS_ANYTHING("P14", ExplorationRuns.DESK_UNLOCKS),
    /** Sessions are said to be ended, and live on. */
    REVOKES_NOTHING("P12", ExplorationRuns.RESETS),
    /** Notices are said to be taken, and arrive nowhere. */
    SWALLOWS_NOTICES("P12", ExplorationRuns.RESET_CHANGE),
    /** Codes go to the attacker as well. */
    COPIES_MAIL("P1", ExplorationRuns.GUESSES),
    /** Budgets never empty. */
    FORGETS_NO_COUNT("LIVE", ExplorationRuns.GUESSES),
    /** The clock stands still. */
    FROZEN_CLOCK("R-TOK-9", ExplorationRuns.FAULT_DESK),
    /** Security info is read as it was in the beginning, and written over what there is. */
    STALE_METHODS("P14", ExplorationRuns.REGISTER_RESET),
    /** Changes of security info are said to be stored, and are not. */
    STORES_NO_METHODS("LIVE", ExplorationRuns.REGISTER_FIRST),
    /** The audit log loses what the help desk did. */
    LOSES_AUDIT("R-ADM-5", ExplorationRuns.DESK_RESETS),
    /** Everybody may do everything at the help desk. */
    GRANTS_EVERYBODY("R-ADM-2", ExplorationRuns.DESK_RESETS),
    /** The host takes everybody for somebody who is where they always are. */
    ONE_PLACE("R-RATE-12", ExplorationRuns.LOCKOUT);

    private final String breaks;
    private final ExplorationRun explorationRun;

    HostFault(String breaks, ExplorationRun explorationRun) {
        this.breaks = breaks;
        this.explorationRun = explorationRun;
    }

    /** The property that is broken first. */
    String breaks() {
        return breaks;
    }

    /** A run that finds it. */
    ExplorationRun explorationRun() {
        return explorationRun;
    }
}
