package dev.sspr.flow;

import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One method, as its owner sees it.
 *
 * @param id the value for the calls that change it
 * @param kind its kind
 * @param name the owner's name for it
 * @param label the address or number, masked; empty for a method without one
 * @param state what it can be used for now
 * @param addedAt when it was registered
 * @param countsFrom from when it proves a reset
 * @param expiresAt from when it can no longer be used; empty if it does not expire
 * @param preferred whether it is the default
 */
public record RegisteredMethodView(
        String id,
        MethodKind kind,
        String name,
        Optional<String> label,
        State state,
        Instant addedAt,
        Instant countsFrom,
        Optional<Instant> expiresAt,
        boolean preferred) {
    /** The use of a method now. */
    public enum State implements HasOutcome {
        /** It can be used. */
        USABLE("G-080"),
        /** It is registered and proves a reset later (R-REG-4). */
        QUARANTINED("G-081"),
        /** An administrator provided it; the user confirms it by enrolling its kind. */
        PRE_PROVISIONED("G-082"),
        /** Too many failures, or fewer questions than are required now: register it again. */
        DISABLED("G-083"),
        /** A copy of it was used; the help desk cannot enable it: remove it and enrol a new one. */
        CLONED("G-085"),
        /** It has expired. */
        EXPIRED("G-084");

        private final String id;

        State(String id) {
            this.id = id;
        }

        @Override
        public Outcome outcome() {
            return Outcomes.withId(id);
        }
    }

    /** Checks the parts. */
    public RegisteredMethodView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(addedAt, "addedAt");
        Objects.requireNonNull(countsFrom, "countsFrom");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
