package dev.sspr.flow;

import dev.sspr.password.Requirement;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a page needs when a browser returns to a flow. Before the first proof it is the same for known and unknown
 * names (R-ENUM-1, R-ENUM-3).
 *
 * @param status where the flow stands
 * @param offers the methods to choose from while a proof is awaited, as the last result gave them; empty otherwise
 * @param challenge the challenge that was requested and is not answered yet
 * @param expiresAt the time from which nothing of this flow works
 * @param requirements what a new password must meet; empty unless the flow is proven and sets a password
 */
public record FlowView(
        FlowStatus status,
        List<MethodOffer> offers,
        Optional<PendingView> challenge,
        Instant expiresAt,
        List<Requirement> requirements) {
    /** Copies the lists and checks that no part is null. */
    public FlowView {
        Objects.requireNonNull(status, "status");
        offers = List.copyOf(offers);
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(expiresAt, "expiresAt");
        requirements = List.copyOf(requirements);
    }

    /**
     * A challenge that waits for a response. The background work may not have sent its message yet.
     *
     * @param kind the kind of method that was chosen
     * @param to the masked destination or device; only after a first proof, never before (R-ENUM-3)
     * @param prompt what the page shows, as {@link FlowSteps#prompt} returns it
     * @param expiresAt the time until which a response counts at least, never later than the flow's own
     * @param nextSendAt when the next message may be requested
     * @param triesLeft how many attempts this kind of method has left in this flow, 0 or more
     */
    public record PendingView(
            MethodKind kind,
            Optional<String> to,
            Optional<Prompt> prompt,
            Instant expiresAt,
            Instant nextSendAt,
            int triesLeft) {
        /** Checks that no part is null. */
        public PendingView {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(prompt, "prompt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(nextSendAt, "nextSendAt");
        }
    }
}
