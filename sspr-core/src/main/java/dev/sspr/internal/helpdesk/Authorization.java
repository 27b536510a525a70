package dev.sspr.internal.helpdesk;

import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.flow.Refusal;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AdminAuthorizer.Decision;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.Optional;
import java.util.Set;

/** Checks every condition of a help desk call. A permit covers this call only. */
public final class Authorization {
    private static final Set<AccountStatus> OFF =
            Set.of(AccountStatus.DISABLED, AccountStatus.EXPIRED, AccountStatus.UNKNOWN);

    private final UserStore users;
    private final AdminAuthorizer authorizer;
    private final String tenant;

    public Authorization(UserStore users, AdminAuthorizer authorizer, String tenant) {
        this.users = users;
        this.authorizer = authorizer;
        this.tenant = tenant;
    }

    /** The result of the checks. */
    sealed interface Verdict {
        /** Permitted, with the account of the user as it is now. */
        record Permitted(Account person) implements Verdict {}

        /** Denied; {@code person} is present if the account exists. */
        record Denied(Refusal why, Optional<Account> person) implements Verdict {}
    }

    Verdict judge(AdminAction action, HelpDeskRequest help) {
        if (!help.reasonFits()) {
            return shut(Refusal.INVALID_REASON);
        }
        if (help.actor().equals(help.user())) {
            return shut(Refusal.SELF);
        }
        Optional<Account> actor = load(help.actor());
        Optional<Account> person = load(help.user());
        if (another(actor, help.actor()) || another(person, help.user())) {
            return shut(Refusal.STORE_MISMATCH);
        }
        if (actor.isEmpty()) {
            return shut(Refusal.UNKNOWN_ACTOR);
        }
        if (off(actor.get())) {
            return new Verdict.Denied(Refusal.ACTOR_NOT_USABLE, person);
        }
        AdminRequest request = new AdminRequest(help.actor(), action, help.user(), tenant);
        Decision decision = authorizer.decide(request);
        // the authorizer is asked for unknown users too, so that neither result nor time shows who exists (R-ENUM-1)
        if (!(decision instanceof Decision.Granted) || person.isEmpty()) {
            return new Verdict.Denied(Refusal.NOT_ALLOWED, person);
        }
        return person.get().privilege().compareTo(actor.get().privilege()) > 0
                ? new Verdict.Denied(Refusal.MORE_PRIVILEGED, person)
                : new Verdict.Permitted(person.get());
    }

    /** Returns whether an account is unusable, as actor or as user. */
    static boolean off(Account account) {
        return OFF.contains(account.status());
    }

    private static boolean another(Optional<Account> found, UserId asked) {
        return found.isPresent() && !found.get().id().equals(asked);
    }

    private static Verdict shut(Refusal why) {
        return new Verdict.Denied(why, Optional.empty());
    }

    private Optional<Account> load(UserId user) {
        return users.load(user);
    }
}
