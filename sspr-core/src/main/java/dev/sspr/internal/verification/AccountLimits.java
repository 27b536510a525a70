package dev.sspr.internal.verification;

import dev.sspr.admin.AccountView;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.SendLimits;
import dev.sspr.internal.verification.work.FlowServices;
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

/** The rate limits of one account: lists the full ones, and empties all for the help desk. */
public final class AccountLimits {
    private static final Duration DAY = Duration.ofHours(24);

    private final FlowServices services;

    AccountLimits(FlowServices services) {
        this.services = services;
    }

    private record Known(AccountView.Throttle name, RateLimit limit) {}

    public List<AccountView.Throttle> full(Account account) {
        Set<AccountView.Throttle> full = new LinkedHashSet<>();
        for (Known one : all(account)) {
            if (services.limiter.total(one.limit().key(), one.limit().window())
                    >= one.limit().limit()) {
                full.add(one.name());
            }
        }
        return List.copyOf(full);
    }

    /** Empties all limits of an account, except those of its names. */
    public void clear(Account account) {
        all(account).forEach(one -> services.limiter.clear(one.limit().key()));
        for (Destination to : services.addresses(account)) {
            services.limiter.clear(pause(to).key());
            SendLimits.helped(services.limiter, services.guards.limits(), to)
                    .forEach(limit -> services.limiter.clear(limit.key()));
        }
    }

    /** Empties the count of flows begun for a name (R-ENUM-5). */
    public void clearStarts(LoginName login) {
        services.limiter.clear(services.limiter.key("start", login.value()));
    }

    private List<Known> all(Account account) {
        int aDay = services.guards.limits().guessesPerDay();
        List<Known> all = new ArrayList<>();
        for (MethodKind kind : services.guards.kinds()) {
            all.add(known(
                    AccountView.Throttle.Limit.GUESSES_TODAY, kind, services.guesses(account.id(), kind), aDay, DAY));
        }
        for (AuthMethod held : services.able(account, services.guards.kinds()).all()) {
            CounterKey inARow = services.guessesInARow(account.id(), held.kind(), held.id(), account.generation());
            int most = services.guards.limits().guessesInARow();
            all.add(known(AccountView.Throttle.Limit.GUESSES_IN_A_ROW, held.kind(), inARow, most, AnswerCommand.LONG));
        }
        for (Destination to : services.addresses(account)) {
            // the pause between two messages is too short to matter to a help desk
            SendLimits.lines(services.limiter, services.guards.limits(), to).stream()
                    .skip(1)
                    .forEach(limit -> all.add(plain(AccountView.Throttle.Limit.MESSAGES, limit)));
        }
        CounterKey prompts = services.limiter.key("prompt", account.id().value());
        all.add(plain(AccountView.Throttle.Limit.PROMPTS, new RateLimit(prompts, 3, Duration.ofMinutes(10))));
        all.add(plain(AccountView.Throttle.Limit.PROMPTS, new RateLimit(RateLimiter.beside(prompts, 1), 10, DAY)));
        CounterKey passes = services.limiter.key("pass", account.id().value());
        all.add(plain(AccountView.Throttle.Limit.PASSES, new RateLimit(passes, aDay, DAY)));
        return all;
    }

    private RateLimit pause(Destination to) {
        return SendLimits.lines(services.limiter, services.guards.limits(), to).get(0);
    }

    private static Known plain(AccountView.Throttle.Limit name, RateLimit limit) {
        return new Known(new AccountView.Throttle(name, Optional.empty()), limit);
    }

    private static Known known(
            AccountView.Throttle.Limit name, MethodKind kind, CounterKey key, long limit, Duration window) {
        return new Known(new AccountView.Throttle(name, Optional.of(kind)), new RateLimit(key, limit, window));
    }
}
