package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Spi;
import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageContent.ResetNotPossible.Reason;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserLookup;
import java.util.Optional;

/** Finds out, away from the caller's thread, whose reset it is; whoever cannot be reset becomes a stranger. */
final class Identify {
    private final Desk desk;

    Identify(Desk desk) {
        this.desk = desk;
    }

    /**
     * Whose reset it is.
     *
     * @param subject real or a stranger
     * @param owner the tag of the flow from now on
     * @param account the account, if there is one
     * @param whyNot why it cannot be reset, to tell at its own address (R-ENUM-9)
     */
    record Identity(Subject subject, OwnerTag owner, Optional<Account> account, Optional<Reason> whyNot) {}

    Identity of(LoginName login) {
        UserLookup found = Spi.ask("user-store", () -> desk.plugs.users().find(login));
        if (!(found instanceof UserLookup.One one)) {
            return stranger(login, Optional.empty(), Optional.empty());
        }
        if (!one.matched().equals(login)) {
            return stranger(login, Optional.empty(), Optional.empty());
        }
        Account account = one.account();
        if (!desk.rules.usable(account)) {
            return stranger(login, Optional.of(account), reason(account));
        }
        OwnerTag owner = desk.owner(account.id());
        if (desk.intent.waits().isPresent()) {
            return desk.mayWait(account, owner)
                    ? new Identity(
                            new Subject(account.id(), account.generation(), 0, Subject.Reality.REAL),
                            owner,
                            Optional.of(account),
                            Optional.empty())
                    : stranger(login, Optional.of(account), Optional.empty());
        }
        Holdings held = desk.holdings(account, owner);
        if (!held.canProve()) {
            return stranger(login, Optional.of(account), Optional.of(Reason.TOO_FEW_METHODS));
        }
        Subject subject =
                new Subject(account.id(), account.generation(), held.needed(), held.demanded(), Subject.Reality.REAL);
        return new Identity(subject, owner, Optional.of(account), Optional.empty());
    }

    /** An id as long as a UUID, the commonest form of real ones: what is made of it takes as long. */
    private Identity stranger(LoginName login, Optional<Account> account, Optional<Reason> whyNot) {
        UserId nobody = new UserId(
                "nobody-" + desk.digests.stranger(login.value()).hex().substring(0, 29));
        Subject subject =
                new Subject(nobody, Generation.of(0), desk.rules.policy().proofs(), Subject.Reality.STRANGER);
        return new Identity(subject, desk.owner(nobody), account, whyNot);
    }

    private static Optional<Reason> reason(Account account) {
        return switch (account.status()) {
            case DISABLED, EXPIRED -> Optional.of(Reason.ACCOUNT_OFF);
            case NO_PASSWORD_HERE -> Optional.of(Reason.MANAGED_ELSEWHERE);
            case SELF_SERVICE_OFF -> Optional.of(Reason.SELF_SERVICE_OFF);
            case ACTIVE, LOCKED, UNKNOWN -> Optional.empty();
        };
    }
}
