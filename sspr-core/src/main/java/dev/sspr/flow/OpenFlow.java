package dev.sspr.flow;

import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Objects;

/**
 * A flow that is open, as the help desk sees it. Nothing of it opens the flow.
 *
 * @param purpose what it is for
 * @param status where it stands
 * @param until when it ends by itself
 */
public record OpenFlow(Purpose purpose, FlowStatus status, Instant until) {
    /** Checks the parts. */
    public OpenFlow {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(until, "until");
    }
}
