package dev.sspr.admin;

import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One method of a person, as the help desk sees it.
 *
 * @param id what to pass to {@link HelpDesk#removeMethod}
 * @param kind its kind
 * @param name what its owner calls it
 * @param label the address or number, masked; empty for a method without one
 * @param state what it can be used for now
 * @param addedAt when it was registered
 * @param expiresAt from when it is over, for one that does not last
 */
public record MethodView(
        String id,
        MethodKind kind,
        String name,
        Optional<String> label,
        State state,
        Instant addedAt,
        Optional<Instant> expiresAt) {
    /** What a method can be used for now. */
    public enum State {
        /** It proves a reset. */
        USABLE,
        /** It proves a reset later (R-REG-4). */
        QUARANTINED,
        /** The help desk put it in place, and its holder has not activated it. */
        PRE_PROVISIONED,
        /** Too many failures, or a copy of it in use. */
        DISABLED,
        /** Its time is over. */
        EXPIRED
    }

    /** Checks the parts. */
    public MethodView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(addedAt, "addedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
