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
import dev.sspr.spi.MessageContent.SecurityInfoChanged;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells every address of an account what has changed, and how to undo it (R-NOT-7, R-REG-7). */
final class Notices {
    private static final Duration LIFE = Duration.ofDays(7);

    private final Office office;

    Notices(Office office) {
        this.office = office;
    }

    /** Everybody but the address that has just come, which its holder typed a code for. */
    void tell(FlowId flow, Change change, SecurityInfoChanged.Change what, SecurityInfo info, Locale locale) {
        Optional<String> own = change.comes().flatMap(Entry::destination).map(Destination::endpoint);
        Optional<Account> account =
                Spi.ask("user-store", () -> office.plugs.users().load(info.user()));
        Collection<Destination> all = addresses(account, info, change);
        int told = 0;
        for (Destination to : all) {
            if (!own.equals(Optional.of(to.endpoint()))) {
                boolean accepted = send(
                        flow, change, what, to, account.flatMap(Account::locale).orElse(locale));
                told += accepted ? 1 : 0;
            }
        }
        office.note(
                AuditType.NOTIFIED,
                told > 0 ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.of(flow),
                info.user(),
                Map.of("destinations", String.valueOf(told)));
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

    private boolean send(FlowId flow, Change change, SecurityInfoChanged.Change what, Destination to, Locale locale) {
        FlowId undo = new FlowId(change.id());
        Optional<Secret> link = what == SecurityInfoChanged.Change.RESTORED
                ? Optional.empty()
                : office.plugs
                        .linkBase()
                        .map(page -> page.link("undo", new Token(undo, office.digests.cancelSecret(undo)).text()));
        try {
            Delivery delivery = office.plugs
                    .courier()
                    .send(
                            flow,
                            change.id().hex() + what.name(),
                            to,
                            new SecurityInfoChanged(what, change.kind(), office.now(), link),
                            locale,
                            office.now().plus(LIFE));
            return delivery instanceof Delivery.Accepted;
        } catch (UnavailableException e) {
            return false;
        }
    }
}
