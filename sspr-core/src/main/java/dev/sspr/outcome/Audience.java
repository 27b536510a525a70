package dev.sspr.outcome;

import java.util.Locale;

/** Whom a text is for. */
public enum Audience {
    /** Who resets, registers, changes or unlocks. */
    PERSON,
    /** Who runs the host, or helps people there. */
    ADMINISTRATOR,
    /** Who wrote the store, the notifier or the verifier behind it. */
    ADAPTER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
