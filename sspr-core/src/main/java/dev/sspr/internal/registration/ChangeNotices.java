package dev.sspr.internal.registration;

import dev.sspr.flow.UnavailableException;
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
import dev.sspr.spi.Notifier;
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
final class ChangeNotices {
    private static final Duration LIFE = Duration.ofDays(7);

    private final RegistrationServices services;

    ChangeNotices(RegistrationServices services) {
        this.services = services;
    }

    /** Whether everybody who can be told was. */
    enum Result {
        ALL,
        NOT_ALL
    }

    /** Everybody but the address that has just come, which its holder typed a code for. */
    Result tell(
            FlowId flow,
            MethodChange methodChange,
            SecurityInfoChanged.Change what,
            Instant at,
            SecurityInfo info,
            Locale locale) {
        Optional<String> own =
                methodChange.comes().flatMap(RegisteredMethod::destination).map(Destination::endpoint);
        Optional<Account> account = services.environment.users().load(info.user());
        Collection<Destination> all = addresses(account, info, methodChange);
        Set<String> trusted = trusted(account, info, methodChange);
        int told = 0;
        Result everybody = Result.ALL;
        for (Destination to : all) {
            if (!own.equals(Optional.of(to.endpoint()))) {
                boolean undoes = what != SecurityInfoChanged.Change.RESTORED && trusted.contains(to.endpoint());
                Optional<Secret> link = undoes ? undo(methodChange) : Optional.empty();
                SecurityInfoChanged content = new SecurityInfoChanged(what, methodChange.kind(), at, link);
                Optional<Notifier.Delivery> said = send(
                        flow,
                        methodChange,
                        to,
                        content,
                        account.flatMap(Account::locale).orElse(locale));
                told += said.filter(Notifier.Delivery.Accepted.class::isInstance)
                                .isPresent()
                        ? 1
                        : 0;
                boolean again = said.isEmpty() || said.get() instanceof Notifier.Delivery.TryLater;
                everybody = again ? Result.NOT_ALL : everybody;
            }
        }
        services.note(
                AuditType.NOTIFIED,
                told > 0 ? Outcome.SUCCESS : Outcome.FAILURE,
                Optional.of(flow),
                info.user(),
                Map.of("destinations", String.valueOf(told)));
        return everybody;
    }

    /** Each mailbox or line once: those of the host's store, those registered, and one that has just gone. */
    private static Collection<Destination> addresses(
            Optional<Account> account, SecurityInfo info, MethodChange methodChange) {
        Stream<Destination> given = account.stream().flatMap(one -> one.destinations().stream());
        Stream<Destination> registered = info.where(one -> one.state() == RegisteredMethod.State.VERIFIED).stream()
                .flatMap(one -> one.destination().stream());
        Stream<Destination> gone = info.revertible(methodChange.id()).flatMap(RevertibleChange::before).stream()
                .flatMap(one -> one.destination().stream());
        Map<String, Destination> byEndpoint = new LinkedHashMap<>();
        Stream.of(given, registered, gone)
                .flatMap(one -> one)
                .forEach(to -> byEndpoint.putIfAbsent(to.channel() + to.endpoint(), to));
        return byEndpoint.values();
    }

    /** Who may take a change back: the host's own addresses, and those that prove a reset or did before the change. */
    private Set<String> trusted(Optional<Account> account, SecurityInfo info, MethodChange methodChange) {
        Stream<Destination> given = account.stream().flatMap(one -> one.destinations().stream());
        Stream<Destination> counting = Stream.concat(
                        info.methods().stream(),
                        info.revertible(methodChange.id()).flatMap(RevertibleChange::before).stream())
                .filter(one -> services.guards.takesBack(one, services.now()))
                .flatMap(one -> one.destination().stream());
        return Stream.concat(given, counting).map(Destination::endpoint).collect(Collectors.toSet());
    }

    private Optional<Secret> undo(MethodChange methodChange) {
        FlowId undo = new FlowId(methodChange.id());
        return services.environment
                .linkBase()
                .map(page -> page.link("undo", new Token(undo, services.digests.cancelSecret(undo)).text()));
    }

    /** Empty if the notifier cannot be reached. */
    private Optional<Notifier.Delivery> send(
            FlowId flow, MethodChange methodChange, Destination to, SecurityInfoChanged content, Locale locale) {
        try {
            return Optional.of(services.environment
                    .dispatcher()
                    .send(
                            flow,
                            methodChange.id().hex() + content.change().name(),
                            to,
                            content,
                            locale,
                            content.at().plus(LIFE)));
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }
}
