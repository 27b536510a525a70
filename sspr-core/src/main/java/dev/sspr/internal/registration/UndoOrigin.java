package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.Destination;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address from which an undo link comes. Links of older releases name no address; they count as an address that was
 * removed with a stronger proof, if there is one.
 */
record UndoOrigin(Digests digests, Token token, Instant now) {
    /** Returns whether the link belongs to an address of the account, or to one that an undo could restore. */
    boolean isKnown(Optional<Account> account, SecurityInfo info) {
        Stream<Destination> given = account.stream().flatMap(one -> one.destinations().stream());
        Stream<Destination> registered = info.methods().stream().flatMap(one -> one.destination().stream());
        Stream<Destination> removed = info.revertible().stream().flatMap(UndoOrigin::removed);
        return namesNone()
                || Stream.of(given, registered, removed).flatMap(one -> one).anyMatch(this::isFrom);
    }

    /** Returns whether that address was removed with a stronger proof than itself. */
    boolean isWeaker(SecurityInfo info) {
        return info.revertible().stream()
                .filter(one -> one.stronger() && now.isBefore(one.until()))
                .flatMap(UndoOrigin::removed)
                .anyMatch(to -> namesNone() || isFrom(to));
    }

    private boolean namesNone() {
        return digests.isCancelSecret(token);
    }

    private boolean isFrom(Destination to) {
        return digests.isUndoSecret(token, to.endpoint());
    }

    private static Stream<Destination> removed(RevertibleChange change) {
        return change.before().flatMap(RegisteredMethod::destination).stream();
    }
}
