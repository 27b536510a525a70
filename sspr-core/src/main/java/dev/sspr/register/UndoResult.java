package dev.sspr.register;

/** What pressing "it was not me" below a notice brought. */
public enum UndoResult {
    /** The change is undone, sessions are ended, and every address is told. */
    UNDONE,
    /** The time in which it could be undone is over, or it was undone before: ask the help desk. */
    TOO_LATE,
    /** No such change is known. */
    UNKNOWN
}
