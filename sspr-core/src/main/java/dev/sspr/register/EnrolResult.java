package dev.sspr.register;

import dev.sspr.spi.Prompt;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What beginning an enrolment brought. */
public sealed interface EnrolResult permits EnrolResult.Sent, EnrolResult.Show, Denied {
    /**
     * A code is on its way to the address or number.
     *
     * @param to the address or number, masked
     * @param nextSendAt when another may be asked for
     * @param until from when it can no longer be confirmed
     */
    record Sent(String to, Instant nextSendAt, Instant until) implements EnrolResult {}

    /**
     * The page shows what the person needs.
     *
     * @param prompt what to show, once; empty where a device is simply tried
     * @param until from when it can no longer be confirmed
     */
    record Show(Optional<Prompt> prompt, Instant until) implements EnrolResult {
        /** Checks the parts. */
        public Show {
            Objects.requireNonNull(prompt, "prompt");
            Objects.requireNonNull(until, "until");
        }
    }
}
