package dev.sspr.internal.proof;

import dev.sspr.flow.Throttle;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.SendBudget;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The budgets of one account: which are used up, and how the help desk empties them. */
public final class Throttles {
    private static final Duration DAY = Duration.ofHours(24);

    private final Desk desk;

    Throttles(Desk desk) {
        this.desk = desk;
    }

    /** One budget and what it is called. */
    private record Known(Throttle name, Budget.Line line) {}

    /** The budgets of an account that are used up. */
    public List<Throttle> full(Account account) {
        Set<Throttle> full = new LinkedHashSet<>();
        for (Known one : all(account)) {
            if (desk.budget.total(one.line().key(), one.line().window())
                    >= one.line().limit()) {
                full.add(one.name());
            }
        }
        return List.copyOf(full);
    }

    /** Empties all budgets of an account; those of its names are another matter, for an account does not know them. */
    public void clear(Account account) {
        all(account).forEach(one -> desk.budget.clear(one.line().key()));
        for (Destination to : desk.addresses(account)) {
            desk.budget.clear(pause(to).key());
            SendBudget.helped(desk.budget, desk.rules.limits(), to).forEach(line -> desk.budget.clear(line.key()));
        }
    }

    /** Empties the count of flows that were begun for a name (R-ENUM-5). */
    public void clearStarts(LoginName login) {
        desk.budget.clear(desk.budget.key("start", login.value()));
    }

    private List<Known> all(Account account) {
        int aDay = desk.rules.limits().guessesPerDay();
        List<Known> all = new ArrayList<>();
        for (MethodKind kind : desk.rules.kinds()) {
            all.add(known(Throttle.What.GUESSES_TODAY, kind, desk.guesses(account.id(), kind), aDay, DAY));
        }
        for (AuthMethod held : desk.held(account, desk.rules.kinds())) {
            CounterKey inARow = desk.guessesInARow(account.id(), held.kind(), held.id(), account.generation());
            int most = desk.rules.limits().guessesInARow();
            all.add(known(Throttle.What.GUESSES_IN_A_ROW, held.kind(), inARow, most, Proving.LONG));
        }
        for (Destination to : desk.addresses(account)) {
            // without the pause between two messages, which is over before anybody calls a help desk
            SendBudget.lines(desk.budget, desk.rules.limits(), to).stream()
                    .skip(1)
                    .forEach(line -> all.add(plain(Throttle.What.MESSAGES, line)));
        }
        CounterKey prompts = desk.budget.key("prompt", account.id().value());
        all.add(plain(Throttle.What.PROMPTS, new Budget.Line(prompts, 3, Duration.ofMinutes(10))));
        all.add(plain(Throttle.What.PROMPTS, new Budget.Line(Budget.beside(prompts, 1), 10, DAY)));
        CounterKey passes = desk.budget.key("pass", account.id().value());
        all.add(plain(Throttle.What.PASSES, new Budget.Line(passes, aDay, DAY)));
        return all;
    }

    private Budget.Line pause(Destination to) {
        return SendBudget.lines(desk.budget, desk.rules.limits(), to).get(0);
    }

    private static Known plain(Throttle.What what, Budget.Line line) {
        return new Known(new Throttle(what, Optional.empty()), line);
    }

    private static Known known(Throttle.What what, MethodKind kind, CounterKey key, long limit, Duration window) {
        return new Known(new Throttle(what, Optional.of(kind)), new Budget.Line(key, limit, window));
    }
}
