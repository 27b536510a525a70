package dev.sspr.flow;

import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Objects;

/**
 * An open flow, as the help desk sees it. No part of it gives access to the flow.
 *
 * @param purpose the purpose of the flow
 * @param status its status
 * @param until when it expires
 */
public record OpenFlow(Purpose purpose, FlowStatus status, Instant until) {
    /** Checks the parts. */
    public OpenFlow {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(until, "until");
    }
}
