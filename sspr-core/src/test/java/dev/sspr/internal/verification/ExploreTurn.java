package dev.sspr.internal.verification;

import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One call into the engine: who makes it, when, and what it has seen of the accounts so far. */
final class ExploreTurn {
    final ExploreFlow.Who who;
    final Instant began;
    Optional<FlowId> flow;
    /** The handle that opened the flow for this call, if one did. */
    Optional<ExploreFlow.Held> by = Optional.empty();

    private final Map<String, Seen> seen = new HashMap<>();

    /** An account as the user store last showed it to this call. */
    record Seen(AccountStatus status, Generation generation, int needed) {}

    ExploreTurn(ExploreFlow.Who who, Optional<FlowId> flow, Instant began) {
        this.who = who;
        this.flow = flow;
        this.began = began;
    }

    /** Goes on with what an earlier call has begun. */
    void goesOn(ExploreTurn earlier) {
        flow = earlier.flow;
        seen.putAll(earlier.seen);
    }

    void saw(ExplorePerson person, ResetPolicy policy) {
        if (person.exists) {
            seen.put(person.id.value(), new Seen(person.status, person.generation(), person.needed(policy)));
        } else {
            seen.remove(person.id.value());
        }
    }

    Optional<Seen> seen(String user) {
        return Optional.ofNullable(seen.get(user));
    }
}
