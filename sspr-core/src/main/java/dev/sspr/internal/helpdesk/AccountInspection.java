package dev.sspr.internal.helpdesk;

import dev.sspr.admin.AccountView;
import dev.sspr.internal.securityinfo.MethodViews;
import dev.sspr.internal.securityinfo.ResetHold;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Collects the state of an account. */
public final class AccountInspection {
    private final HelpDeskParts parts;
    private final Optional<AuditHistory> history;

    public AccountInspection(HelpDeskParts parts, Optional<AuditHistory> history) {
        this.parts = parts;
        this.history = history;
    }

    public AccountView at(Account person, Instant now) {
        Optional<SecurityInfo> readable = parts.infos().readable(person.id());
        SecurityInfo info = readable.orElseGet(() -> SecurityInfo.none(person.id()));
        return new AccountView(
                person.status(),
                person.privilege(),
                info.record().noReset(),
                info.record().required(),
                info.record().holdAt(now).map(ResetHold::until),
                person.destinations().stream().map(Destination::masked).toList(),
                info.methods().stream()
                        .map(one -> MethodViews.of(info, one, now))
                        .toList(),
                parts.reset().readiness(person, info),
                readable.isPresent() ? parts.reset().accountLimits().full(person) : List.of(),
                parts.flows().stream()
                        .flatMap(room -> room.apply(person.id()).stream())
                        .toList(),
                history.stream()
                        .flatMap(one -> one.recent(person.id()).stream())
                        .toList(),
                readable.isPresent() ? AccountView.SecurityInfo.READABLE : AccountView.SecurityInfo.UNREADABLE);
    }
}
