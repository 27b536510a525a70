package dev.sspr.spi.broken;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryAuditTrailTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Audit trails that are wrong. */
final class BrokenAuditTrails {
    private BrokenAuditTrails() {}

    private static Supplier<Contract> with(Function<InMemoryAuditSink, AuditTrail> broken) {
        return () -> new InMemoryAuditTrailTest() {
            private final AuditTrail one = broken.apply(twin);

            @Override
            protected AuditTrail trail() {
                return one;
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("T1", "compares ids without case", with(twin -> (user, most) -> {
                    twin.recent(user, most);
                    return twin.events().stream()
                            .filter(event -> event.user()
                                    .filter(other -> other.value().equalsIgnoreCase(user.value()))
                                    .isPresent())
                            .sorted(Collections.reverseOrder((a, b) ->
                                    twin.events().indexOf(a) - twin.events().indexOf(b)))
                            .limit(most)
                            .toList();
                })),
                Broken.of("T2", "sorts by time", with(twin -> (user, most) -> {
                    List<AuditEvent> events = new ArrayList<>(twin.recent(user, most));
                    events.sort((a, b) -> b.at().compareTo(a.at()));
                    return events;
                })),
                Broken.of(
                        "T3",
                        "reads as many as it likes",
                        with(twin -> (user, most) -> twin.recent(user, AuditTrail.MOST).stream()
                                .limit(most < 1 || most > AuditTrail.MOST ? 0 : most)
                                .toList())),
                Broken.of(
                        "T4",
                        "forgets where the call came from",
                        Set.of("T1"),
                        with(twin -> (user, most) -> twin.recent(user, most).stream()
                                .map(BrokenAuditTrails::bare)
                                .toList())),
                Broken.of("T5", "takes an outage for no events", with(twin -> (user, most) -> {
                    try {
                        return twin.recent(user, most);
                    } catch (BackendUnavailableException e) {
                        return List.of();
                    }
                })),
                Broken.of("T6", "takes null for a stranger", with(twin -> new NullIsNobody(twin))));
    }

    private static AuditEvent bare(AuditEvent it) {
        return new AuditEvent(
                it.type(), it.outcome(), it.at(), it.purpose(), it.flow(), it.user(), Optional.empty(), Map.of());
    }

    private record NullIsNobody(AuditTrail twin) implements AuditTrail {
        @Override
        public List<AuditEvent> recent(UserId user, int most) {
            return user == null ? List.of() : twin.recent(user, most);
        }
    }
}
