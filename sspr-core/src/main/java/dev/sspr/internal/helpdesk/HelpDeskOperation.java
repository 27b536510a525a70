package dev.sspr.internal.helpdesk;

import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.HelpDeskResult.Done;
import dev.sspr.flow.HelpDeskResult.Refused;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.spi.Account;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The sequence of every help desk call: authorize, act, notify, audit once. */
public final class HelpDeskOperation {
    private final Authorization authorization;
    private final AdminNotices notices;
    private final HelpDeskAudit audit;
    private final MethodCatalog catalog;

    public HelpDeskOperation(
            Authorization authorization, AdminNotices notices, HelpDeskAudit audit, MethodCatalog catalog) {
        this.authorization = authorization;
        this.notices = notices;
        this.audit = audit;
        this.catalog = catalog;
    }

    public static <T> HelpDeskResult<T> done(T answer) {
        return new Done<>(answer, 0);
    }

    /** Restricts an action to usable accounts. */
    public static <T> Function<Account, HelpDeskResult<T>> usable(Function<Account, HelpDeskResult<T>> deed) {
        return person -> Authorization.off(person) ? new Refused<>(Refusal.ACCOUNT_NOT_USABLE) : deed.apply(person);
    }

    public HelpDeskResult<AdminAction> does(AdminAction action, HelpDeskRequest help, Consumer<Account> deed) {
        return run(action, help, person -> {
            deed.accept(person);
            return done(action);
        });
    }

    public HelpDeskResult<AdminAction> unless(
            AdminAction action, HelpDeskRequest help, Function<Account, Optional<Refusal>> deed) {
        return run(
                action,
                help,
                person -> deed.apply(person)
                        .<HelpDeskResult<AdminAction>>map(Refused::new)
                        .orElse(done(action)));
    }

    public HelpDeskResult<AdminAction> plugged(
            AdminAction action, HelpDeskRequest help, Optional<Consumer<Account>> deed) {
        return run(action, help, person -> {
            deed.ifPresent(one -> one.accept(person));
            return deed.isPresent() ? done(action) : new Refused<>(Refusal.NOT_CONFIGURED);
        });
    }

    public <T> HelpDeskResult<T> run(
            AdminAction action, HelpDeskRequest help, Function<Account, HelpDeskResult<T>> deed) {
        Optional<UserId> known = Optional.empty();
        try {
            Authorization.Verdict verdict = authorization.judge(action, help);
            if (verdict instanceof Authorization.Verdict.Denied denied) {
                audit.refused(action, help, denied.person().map(Account::id), denied.why());
                return new Refused<>(denied.why());
            }
            Account person = ((Authorization.Verdict.Permitted) verdict).person();
            known = Optional.of(person.id());
            // before the action, which may remove one of them
            List<Destination> everywhere = catalog.addresses(person);
            Optional<StoredState<PendingAdminNotice>> owed = action == AdminAction.LOOK
                    ? Optional.empty()
                    : Optional.of(notices.owe(person, everywhere, action));
            HelpDeskResult<T> result = attempted(person, owed, deed);
            if (!(result instanceof Done<T> done)) {
                owed.ifPresent(notices::drop);
                audit.refused(action, help, known, ((Refused<T>) result).reason());
                return result;
            }
            audit.acted(action, help);
            return new Done<>(done.answer(), owed.map(notices::tell).orElse(0));
        } catch (RuntimeException e) {
            audit.failed(action, help, known, e instanceof UnavailableException ? "unavailable" : "failed");
            throw e;
        }
    }

    /** If it is unknown whether the action was done, the user is notified (R-ADM-5). */
    private <T> HelpDeskResult<T> attempted(
            Account person, Optional<StoredState<PendingAdminNotice>> owed, Function<Account, HelpDeskResult<T>> deed) {
        try {
            return deed.apply(person);
        } catch (UnavailableException e) {
            owed.ifPresent(notices::tell);
            throw e;
        } catch (RuntimeException e) {
            owed.ifPresent(notices::drop);
            throw e;
        }
    }
}
