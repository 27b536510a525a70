package dev.sspr.admin;

import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.Destination;
import java.time.Instant;
import java.util.Optional;

/** Collects where a person stands. */
final class Looking {
    private final HelpDeskParts parts;
    private final Optional<Trail> trail;

    Looking(HelpDeskParts parts, Optional<Trail> trail) {
        this.parts = parts;
        this.trail = trail;
    }

    PersonView at(Account person, Instant now) {
        SecurityInfo info = Spi.ask("method-store", () -> parts.infos().load(person.id()));
        return new PersonView(
                person.status(),
                person.privilege(),
                info.standing().off(),
                info.standing().required(),
                person.destinations().stream().map(Destination::masked).toList(),
                info.entries().stream().map(one -> view(one, now)).toList(),
                parts.reset().throttles().full(person),
                parts.flows().stream()
                        .flatMap(room -> room.apply(person.id()).stream())
                        .toList(),
                trail.stream()
                        .flatMap(one -> Spi.ask("audit-trail", () -> one.recent(person.id())).stream())
                        .toList());
    }

    private static MethodView view(Entry entry, Instant now) {
        return new MethodView(
                entry.id(),
                entry.kind(),
                entry.name(),
                entry.destination().map(Destination::masked),
                state(entry, now),
                entry.addedAt(),
                entry.expiresAt());
    }

    private static MethodView.State state(Entry entry, Instant now) {
        return switch (entry.state()) {
            case GIVEN -> MethodView.State.GIVEN;
            case DISABLED -> MethodView.State.DISABLED;
            case VERIFIED ->
                !entry.proves(now)
                        ? MethodView.State.EXPIRED
                        : entry.provesReset(now) ? MethodView.State.USABLE : MethodView.State.QUARANTINED;
        };
    }
}
