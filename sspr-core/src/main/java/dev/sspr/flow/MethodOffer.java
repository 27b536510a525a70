package dev.sspr.flow;

import dev.sspr.spi.MethodKind;
import java.util.Objects;
import java.util.Optional;

/**
 * A method that the user may choose now.
 *
 * @param kind the value for {@code choose}
 * @param label masked destination; only after a first proof, never before (R-ENUM-3)
 */
public record MethodOffer(MethodKind kind, Optional<String> label) {
    /** Checks the parts. */
    public MethodOffer {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
    }
}
