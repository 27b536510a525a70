package dev.sspr.explore;

import static dev.sspr.explore.BoundedAction.*;

import dev.sspr.explore.ExplorationRun.Has;
import java.util.List;

/** The runs: together they let every two flows meet on one account. */
final class ExplorationRuns {
    static final ExplorationRun RESETS = ExplorationRun.of("resets of owner and attacker")
            .may(1, OWNER_RESET, ATTACKER_RESET, OWNER_FOLLOW, OWNER_OBJECT, TICK)
            .may(2, ATTACKER_WRONG);
    static final ExplorationRun GUESSES = ExplorationRun.of("guesses at codes of reset and unlock")
            .may(1, ATTACKER_RESET, ATTACKER_UNLOCK, TICK)
            .may(4, ATTACKER_WRONG);
    static final ExplorationRun STOLEN_MAIL = ExplorationRun.of(
                    "mailbox read, phone held, reset and unlock", Has.PHONE, Has.ATTACKER_READS_MAIL)
            .may(1, OWNER_RESET, ATTACKER_RESET, ATTACKER_UNLOCK, ATTACKER_WRONG, HOST_LOCKS);
    static final ExplorationRun TWO_PROOFS = ExplorationRun.of(
                    "two proofs, mailbox read", Has.TWO_PROOFS, Has.ATTACKER_READS_MAIL)
            .may(1, OWNER_RESET, ATTACKER_RESET, OWNER_FOLLOW, ATTACKER_WRONG);
    static final ExplorationRun RESET_CHANGE = ExplorationRun.of(
                    "reset and change, password known", Has.ATTACKER_KNOWS_PASSWORD)
            .may(1, OWNER_RESET, OWNER_CHANGE, ATTACKER_SIGN_IN, ATTACKER_CHANGE, OWNER_OBJECT, TICK);
    static final ExplorationRun RESET_UNLOCK = ExplorationRun.of("reset and unlock, locked", Has.LOCKED)
            .may(1, OWNER_RESET, OWNER_UNLOCK, ATTACKER_UNLOCK, OWNER_OBJECT, TICK);
    static final ExplorationRun CHANGE_UNLOCK = ExplorationRun.of(
                    "change and unlock, host switches off", Has.ATTACKER_HAS_SESSION)
            .may(1, OWNER_CHANGE, ATTACKER_CHANGE, OWNER_UNLOCK, HOST_LOCKS, HOST_DISABLES);
    static final ExplorationRun REGISTER_RESET = ExplorationRun.of("registration and reset", Has.ATTACKER_HAS_SESSION)
            .may(1, OWNER_REGISTER, ATTACKER_REGISTER, OWNER_RESET, ATTACKER_RESET, OWNER_OBJECT, TICK);
    static final ExplorationRun REGISTER_FIRST = ExplorationRun.of(
                    "first registration, password known", Has.NOTHING, Has.ATTACKER_KNOWS_PASSWORD)
            .may(1, OWNER_REGISTER, ATTACKER_SIGN_IN, ATTACKER_REGISTER, OWNER_CHANGE, OWNER_RESET, OWNER_OBJECT);
    static final ExplorationRun REGISTER_CHANGE = ExplorationRun.of("registration and change", Has.PHONE)
            .may(1, OWNER_REGISTER, OWNER_REMOVE, OWNER_CHANGE, OWNER_OBJECT);
    static final ExplorationRun REGISTER_UNLOCK = ExplorationRun.of("registration and unlock", Has.LOCKED)
            .may(1, OWNER_REGISTER, OWNER_UNLOCK, ATTACKER_UNLOCK, OWNER_OBJECT, TICK);
    static final ExplorationRun DESK_RESETS = ExplorationRun.of("help desk and resets")
            .may(1, OWNER_RESET, ATTACKER_RESET, DESK_RESET, OWNER_FOLLOW, DESK_OFF, DESK_ON, ATTACKER_HELPS);
    static final ExplorationRun DESK_ENDS = ExplorationRun.of("help desk ends what is open")
            .may(1, OWNER_RESET, OWNER_CHANGE, OWNER_REGISTER, DESK_OFF, DESK_ON);
    static final ExplorationRun DESK_METHODS = ExplorationRun.of("help desk and methods", Has.PHONE)
            .may(1, OWNER_RESET, OWNER_REGISTER, DESK_REQUIRE, DESK_REMOVE);
    static final ExplorationRun DESK_UNLOCKS = ExplorationRun.of("help desk, unlock and change", Has.LOCKED)
            .may(
                    1,
                    OWNER_UNLOCK,
                    ATTACKER_UNLOCK,
                    OWNER_CHANGE,
                    BoundedAction.DESK_UNLOCK,
                    DESK_OFF,
                    DESK_ON,
                    HOST_DISABLES);
    static final ExplorationRun PASSES =
            ExplorationRun.of("access passes", Has.NOTHING).may(1, DESK_PASS, DESK_WITHDRAW, OWNER_PASS, ATTACKER_PASS);
    static final ExplorationRun LOCKOUT = ExplorationRun.of("wrong passwords", Has.ATTACKER_HAS_SESSION)
            .may(1, ATTACKER_CHANGE, OWNER_CHANGE, DESK_CLEAR, TICK)
            .may(4, ATTACKER_GUESS);
    static final ExplorationRun FAULT_RESET_CHANGE =
            ExplorationRun.of("a fault in reset or change").may(1, OWNER_RESET, OWNER_CHANGE, FAULT, TICK);
    static final ExplorationRun FAULT_UNLOCK = ExplorationRun.of("a fault in unlock or change", Has.LOCKED)
            .may(1, OWNER_UNLOCK, OWNER_CHANGE, FAULT, TICK);
    static final ExplorationRun FAULT_REGISTER =
            ExplorationRun.of("a fault in registration or reset").may(1, OWNER_REGISTER, OWNER_RESET, FAULT);
    static final ExplorationRun FAULT_DESK = ExplorationRun.of("a fault at the help desk or in a reset")
            .may(1, OWNER_RESET, DESK_OFF, DESK_ON, FAULT, TICK);
    static final ExplorationRun OVERLAP_RESET_CHANGE = ExplorationRun.of(
                    "reset and change at once", Has.ATTACKER_KNOWS_PASSWORD)
            .may(1, OWNER_RESET, OWNER_CHANGE, ATTACKER_SIGN_IN, ATTACKER_CHANGE, OVERLAP);
    static final ExplorationRun OVERLAP_UNLOCK = ExplorationRun.of("unlock, reset and help desk at once", Has.LOCKED)
            .may(1, OWNER_UNLOCK, OWNER_RESET, BoundedAction.DESK_UNLOCK, HOST_LOCKS, OVERLAP, TICK);
    static final ExplorationRun OVERLAP_REGISTER = ExplorationRun.of("registration and reset at once")
            .may(1, OWNER_REGISTER, OWNER_RESET, OWNER_CHANGE, OVERLAP);
    static final ExplorationRun OVERLAP_DESK = ExplorationRun.of("help desk and everything at once")
            .may(1, OWNER_RESET, OWNER_CHANGE, DESK_OFF, DESK_ON, DESK_REMOVE, OVERLAP);

    static final List<ExplorationRun> ALL = List.of(
            RESETS,
            GUESSES,
            STOLEN_MAIL,
            TWO_PROOFS,
            RESET_CHANGE,
            RESET_UNLOCK,
            CHANGE_UNLOCK,
            REGISTER_RESET,
            REGISTER_FIRST,
            REGISTER_CHANGE,
            REGISTER_UNLOCK,
            DESK_RESETS,
            DESK_ENDS,
            DESK_METHODS,
            DESK_UNLOCKS,
            PASSES,
            LOCKOUT,
            FAULT_RESET_CHANGE,
            FAULT_UNLOCK,
            FAULT_REGISTER,
            FAULT_DESK,
            OVERLAP_RESET_CHANGE,
            OVERLAP_UNLOCK,
            OVERLAP_REGISTER,
            OVERLAP_DESK);

    private ExplorationRuns() {}
}
