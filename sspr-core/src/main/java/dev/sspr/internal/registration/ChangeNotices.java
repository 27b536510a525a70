package dev.sspr.internal.registration;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.NoticeOutbox;
import dev.sspr.internal.engine.NoticeOutbox.Outgoing;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.Secret;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notifies every address of an account of a change and how to undo it (R-NOT-7, R-REG-7). */
final class ChangeNotices {
    private final RegistrationServices services;
    private final NoticeOutbox outbox;

    ChangeNotices(RegistrationServices services) {
        this.services = services;
        this.outbox = new NoticeOutbox(services.environment.dispatcher());
    }

    /** Notifies all addresses but the new one, whose holder has just typed a code. */
    NoticeOutbox.Attempt tell(
            FlowId flow, MethodChange methodChange, PendingChangeNotice pending, SecurityInfo info, Locale locale) {
        Optional<String> own =
                methodChange.comes().flatMap(RegisteredMethod::destination).map(Destination::endpoint);
        Optional<Account> account = services.environment.users().load(info.user());
        Recipient recipient = new Recipient(account, locale);
        Set<String> trusted = trusted(account, info, methodChange);
        List<Outgoing> messages = addresses(account, info, methodChange).stream()
                .filter(to -> !own.equals(Optional.of(to.endpoint())))
                .map(to -> new Outgoing(
                        to,
                        methodChange.id().hex() + pending.what().name(),
                        content(
                                methodChange,
                                pending,
                                trusted.contains(to.endpoint()) ? Optional.of(to) : Optional.empty()),
                        recipient))
                .toList();
        NoticeOutbox.Attempt made = outbox.attempt(flow, pending.delivery(), messages);
        services.note(
                AuditType.NOTIFIED,
                made.accepted() > 0 ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.of(flow),
                info.user(),
                Map.of("destinations", String.valueOf(made.accepted())));
        return made;
    }

    private SecurityInfoChanged content(
            MethodChange methodChange, PendingChangeNotice pending, Optional<Destination> trusted) {
        boolean undoes = pending.what() != SecurityInfoChanged.Change.RESTORED && !pending.isOfAFreeze();
        return new SecurityInfoChanged(
                pending.what(),
                methodChange.kind(),
                pending.at(),
                trusted.filter(to -> undoes).flatMap(to -> undo(methodChange, to)));
    }

    /** Returns each mailbox or line once: stored, registered, or just removed. */
    private Collection<Destination> addresses(Optional<Account> account, SecurityInfo info, MethodChange methodChange) {
        Stream<Destination> given = account.stream().flatMap(one -> one.destinations().stream());
        Stream<Destination> registered = info.where(one -> one.state() == RegisteredMethod.State.VERIFIED).stream()
                .flatMap(one -> one.destination().stream());
        Stream<Destination> gone = info.revertible(methodChange.id()).flatMap(RevertibleChange::before).stream()
                .flatMap(one -> one.destination().stream());
        Map<String, Destination> byEndpoint = new LinkedHashMap<>();
        Stream.of(given, registered, gone)
                .flatMap(one -> one)
                .filter(services.catalog::mayBeSentTo)
                .forEach(to -> byEndpoint.putIfAbsent(to.channel() + to.endpoint(), to));
        return byEndpoint.values();
    }

    /** Returns the addresses that may revert a change: the host's own, and those that prove a reset or did before. */
    private Set<String> trusted(Optional<Account> account, SecurityInfo info, MethodChange methodChange) {
        Stream<Destination> given = account.stream().flatMap(one -> one.destinations().stream());
        Stream<Destination> counting = Stream.concat(
                        info.methods().stream(),
                        info.revertible(methodChange.id()).flatMap(RevertibleChange::before).stream())
                .filter(one -> services.guards.takesBack(one, services.now()))
                .flatMap(one -> one.destination().stream());
        return Stream.concat(given, counting).map(Destination::endpoint).collect(Collectors.toSet());
    }

    /** Makes the link of one address, so that an undo knows from where it comes. */
    private Optional<Secret> undo(MethodChange methodChange, Destination to) {
        FlowId undo = new FlowId(methodChange.id());
        Secret secret = services.digests.undoSecret(undo, to.endpoint());
        return services.environment.linkBase().map(page -> page.link(LinkKind.UNDO, new Token(undo, secret).text()));
    }
}
