package dev.sspr.register;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.internal.info.Undoable;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells every address of an account what has changed, and how to undo it (R-NOT-7, R-REG-7). */
final class Notices {
    private static final Duration LIFE = Duration.ofDays(7);

    private final Office office;

    Notices(Office office) {
        this.office = office;
    }

    /** Whether everybody who can be told was. */
    enum Told {
        ALL,
        NOT_ALL
    }

    /** Everybody but the address that has just come, which its holder typed a code for. */
    Told tell(
            FlowId flow, Change change, SecurityInfoChanged.Change what, Instant at, SecurityInfo info, Locale locale) {
        Optional<String> own = change.comes().flatMap(Entry::destination).map(Destination::endpoint);
        Optional<Account> account =
                Spi.ask("user-store", () -> office.plugs.users().load(info.user()));
        Collection<Destination> all = addresses(account, info, change);
        Set<String> trusted = trusted(account, info, change);
        int told = 0;
        Told everybody = Told.ALL;
        for (Destination to : all) {
            if (!own.equals(Optional.of(to.endpoint()))) {
                boolean undoes = what != SecurityInfoChanged.Change.RESTORED && trusted.contains(to.endpoint());
                Optional<Secret> link = undoes ? undo(change) : Optional.empty();
                SecurityInfoChanged content = new SecurityInfoChanged(what, change.kind(), at, link);
                Optional<Delivery> said = send(
                        flow,
                        change,
                        to,
                        content,
                        account.flatMap(Account::locale).orElse(locale));
                told += said.filter(Delivery.Accepted.class::isInstance).isPresent() ? 1 : 0;
                boolean again = said.isEmpty() || said.get() instanceof Delivery.TryLater;
                everybody = again ? Told.NOT_ALL : everybody;
            }
        }
        office.note(
                AuditType.NOTIFIED,
                told > 0 ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.of(flow),
                info.user(),
                Map.of("destinations", String.valueOf(told)));
        return everybody;
    }

    /** Each mailbox or line once: those of the host's store, those registered, and one that has just gone. */
    private static Collection<Destination> addresses(Optional<Account> account, SecurityInfo info, Change change) {
        Stream<Destination> given = account.stream().flatMap(one -> one.destinations().stream());
        Stream<Destination> registered = info.where(one -> one.state() == Entry.State.VERIFIED).stream()
                .flatMap(one -> one.destination().stream());
        Stream<Destination> gone = info.undoable(change.id()).flatMap(Undoable::before).stream()
                .flatMap(one -> one.destination().stream());
        Map<String, Destination> byEndpoint = new LinkedHashMap<>();
        Stream.of(given, registered, gone)
                .flatMap(one -> one)
                .forEach(to -> byEndpoint.putIfAbsent(to.channel() + to.endpoint(), to));
        return byEndpoint.values();
    }

    /** Who may take a change back: the host's own addresses, and those that prove a reset or did before the change. */
    private Set<String> trusted(Optional<Account> account, SecurityInfo info, Change change) {
        Stream<Destination> given = account.stream().flatMap(one -> one.destinations().stream());
        Stream<Destination> counting = Stream.concat(
                        info.entries().stream(), info.undoable(change.id()).flatMap(Undoable::before).stream())
                .filter(one -> office.rules.takesBack(one, office.now()))
                .flatMap(one -> one.destination().stream());
        return Stream.concat(given, counting).map(Destination::endpoint).collect(Collectors.toSet());
    }

    private Optional<Secret> undo(Change change) {
        FlowId undo = new FlowId(change.id());
        return office.plugs
                .linkBase()
                .map(page -> page.link("undo", new Token(undo, office.digests.cancelSecret(undo)).text()));
    }

    /** Empty if the notifier cannot be reached. */
    private Optional<Delivery> send(
            FlowId flow, Change change, Destination to, SecurityInfoChanged content, Locale locale) {
        try {
            return Optional.of(office.plugs
                    .courier()
                    .send(
                            flow,
                            change.id().hex() + content.change().name(),
                            to,
                            content,
                            locale,
                            content.at().plus(LIFE)));
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }
}
