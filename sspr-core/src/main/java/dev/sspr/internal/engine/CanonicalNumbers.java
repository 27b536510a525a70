package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.Account;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.PhoneNumbers;
import java.util.List;

/** Maps the phone numbers of the user store to their canonical form, in which they are compared and dialled. */
record CanonicalNumbers(PhoneNumbers numbers) {
    /** Returns the account with canonical numbers; a number stays as it is kept while the plans do not answer. */
    Account of(Account account) {
        List<Destination> canonical =
                account.destinations().stream().map(this::canonical).toList();
        return canonical.equals(account.destinations())
                ? account
                : new Account(
                        account.id(),
                        account.status(),
                        account.privilege(),
                        account.generation(),
                        account.locale(),
                        canonical,
                        account.words(),
                        account.lastWrite());
    }

    private Destination canonical(Destination to) {
        if (to.channel() == Channel.EMAIL) {
            return to;
        }
        try {
            return new Destination(
                    to.id(), to.channel(), numbers.lineOf(to.address()).number());
        } catch (UnavailableException | IllegalArgumentException e) {
            return to;
        }
    }
}
