package dev.sspr.admin;

import dev.sspr.admin.HelpResult.Declined;
import dev.sspr.admin.HelpResult.Done;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.verify.Methods;
import dev.sspr.spi.Account;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One way for every operation: judged first, done, told, and audited once however it ends. */
final class Errand {
    private final Gate gate;
    private final Telling telling;
    private final Journal journal;
    private final Methods methods;

    Errand(Gate gate, Telling telling, Journal journal, Methods methods) {
        this.gate = gate;
        this.telling = telling;
        this.journal = journal;
        this.methods = methods;
    }

    static <T> HelpResult<T> done(T answer) {
        return new Done<>(answer, 0);
    }

    /** A deed that is not for accounts which are switched off. */
    static <T> Function<Account, HelpResult<T>> usable(Function<Account, HelpResult<T>> deed) {
        return person -> Gate.off(person) ? new Declined<>(HelpRefusal.PERSON_NOT_USABLE) : deed.apply(person);
    }

    HelpResult<AdminAction> does(AdminAction action, HelpCase help, Consumer<Account> deed) {
        return run(action, help, person -> {
            deed.accept(person);
            return done(action);
        });
    }

    HelpResult<AdminAction> unless(AdminAction action, HelpCase help, Function<Account, Optional<HelpRefusal>> deed) {
        return run(
                action,
                help,
                person -> deed.apply(person)
                        .<HelpResult<AdminAction>>map(Declined::new)
                        .orElse(done(action)));
    }

    HelpResult<AdminAction> plugged(AdminAction action, HelpCase help, Optional<Consumer<Account>> deed) {
        return run(action, help, person -> {
            deed.ifPresent(one -> one.accept(person));
            return deed.isPresent() ? done(action) : new Declined<>(HelpRefusal.NOT_PLUGGED_IN);
        });
    }

    <T> HelpResult<T> run(AdminAction action, HelpCase help, Function<Account, HelpResult<T>> deed) {
        Optional<UserId> known = Optional.empty();
        try {
            Gate.Verdict verdict = gate.judge(action, help);
            if (verdict instanceof Gate.Verdict.Shut shut) {
                journal.refused(
                        action, help, shut.person().map(Account::id), shut.why().name());
                return new Declined<>(shut.why());
            }
            Account person = ((Gate.Verdict.Open) verdict).person();
            known = Optional.of(person.id());
            // before the deed, which may take one of them away
            List<Destination> everywhere = Spi.ask("method-store", () -> methods.addresses(person));
            Optional<Loaded<Owed>> owed = action == AdminAction.LOOK
                    ? Optional.empty()
                    : Optional.of(telling.owe(person, everywhere, action));
            HelpResult<T> result = attempted(person, owed, deed);
            if (!(result instanceof Done<T> done)) {
                owed.ifPresent(telling::drop);
                journal.refused(
                        action, help, known, ((Declined<T>) result).why().name());
                return result;
            }
            journal.acted(action, help);
            return new Done<>(done.answer(), owed.map(telling::tell).orElse(0));
        } catch (RuntimeException e) {
            journal.refused(action, help, known, e instanceof UnavailableException ? "unavailable" : "failed");
            throw e;
        }
    }

    /** Where nobody knows whether it was done, the person is told all the same (R-ADM-5). */
    private <T> HelpResult<T> attempted(
            Account person, Optional<Loaded<Owed>> owed, Function<Account, HelpResult<T>> deed) {
        try {
            return deed.apply(person);
        } catch (UnavailableException e) {
            owed.ifPresent(telling::tell);
            throw e;
        } catch (RuntimeException e) {
            owed.ifPresent(telling::drop);
            throw e;
        }
    }
}
