package dev.sspr.internal.verification.work;

import dev.sspr.internal.verification.state.HeldMethods;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.spi.Account;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageContent.ResetNotPossible.Reason;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.Optional;

/** Looks the account up, away from the caller's thread; a name that cannot be reset becomes a decoy. */
final class AccountResolver {
    private final FlowServices services;

    AccountResolver(FlowServices services) {
        this.services = services;
    }

    /**
     * The result of a look-up.
     *
     * @param owner the tag of the flow from now on
     * @param account the account, if there is one
     * @param whyNot why it cannot be reset, for a message to its own address (R-ENUM-9)
     */
    record Identity(Subject subject, OwnerTag owner, Optional<Account> account, Optional<Reason> whyNot) {}

    Identity of(LoginName login) {
        UserStore.Lookup found = services.environment.users().find(login);
        if (!(found instanceof UserStore.Lookup.One one)) {
            return decoy(login, Optional.empty(), Optional.empty());
        }
        if (!one.matched().equals(login)) {
            return decoy(login, Optional.empty(), Optional.empty());
        }
        Account account = one.account();
        if (!services.guards.usable(account)) {
            return decoy(login, Optional.of(account), reason(account));
        }
        OwnerTag owner = services.owner(account.id());
        if (services.flowKind.waitingPeriod().isPresent()) {
            // an address to object from, and no objection today
            return !services.addresses(account).isEmpty() && !services.objected(account.id())
                    ? new Identity(
                            new Subject(account.id(), account.generation(), 0, Subject.Reality.EXISTING),
                            owner,
                            Optional.of(account),
                            Optional.empty())
                    : decoy(login, Optional.of(account), Optional.empty());
        }
        HeldMethods held = services.holdings(account);
        if (!held.canProve()) {
            return decoy(login, Optional.of(account), Optional.of(Reason.TOO_FEW_METHODS));
        }
        Subject subject = new Subject(
                account.id(), account.generation(), held.needed(), held.demanded(), Subject.Reality.EXISTING);
        return new Identity(subject, owner, Optional.of(account), Optional.empty());
    }

    /** Its id is as long as a UUID, the commonest form, so that its digests take as long. */
    private Identity decoy(LoginName login, Optional<Account> account, Optional<Reason> whyNot) {
        UserId nobody = new UserId(
                "nobody-" + services.digests.decoy(login.value()).hex().substring(0, 29));
        Subject subject =
                new Subject(nobody, Generation.of(0), services.guards.policy().proofs(), Subject.Reality.DECOY);
        return new Identity(subject, services.owner(nobody), account, whyNot);
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
