package dev.sspr.internal.verification;

import dev.sspr.admin.AccountView;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.SendLimits;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Channel;
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

    private static final List<Budget> ACCOUNT = List.of(Budget.MESSAGES_TO_ACCOUNT, Budget.MESSAGES_OF_REGISTRATION);

    private final FlowServices services;

    AccountLimits(FlowServices services) {
        this.services = services;
    }

    private record Known(AccountView.Throttle name, RateLimit limit) {}

    public List<AccountView.Throttle> full(Account account) {
        Set<AccountView.Throttle> full = new LinkedHashSet<>();
        for (Known one : all(account)) {
            if (services.limiter.isFull(one.limit())) {
                full.add(one.name());
            }
        }
        return List.copyOf(full);
    }

    /** Empties all limits of an account, except those of its names. */
    public void clear(Account account) {
        all(account).forEach(one -> services.limiter.clear(one.limit()));
        for (Destination to : services.addresses(account)) {
            services.limiter.clear(pause(to));
            SendLimits.helped(services.limiter, services.guards.limits(), to).forEach(services.limiter::clear);
        }
    }

    /** Empties the count of flows begun for a name (R-ENUM-5). */
    public void clearStarts(LoginName login) {
        services.limiter.clear(StartCommand.ofName(services, login));
    }

    private List<Known> all(Account account) {
        int aDay = services.guards.limits().guessesPerDay();
        List<Known> all = new ArrayList<>();
        for (MethodKind kind : services.guards.kinds()) {
            all.add(known(AccountView.Throttle.Limit.GUESSES_TODAY, kind, services.guesses.today(account.id(), kind)));
        }
        for (AuthMethod held : services.able(account, services.guards.kinds()).all()) {
            all.add(known(
                    AccountView.Throttle.Limit.GUESSES_IN_A_ROW,
                    held.kind(),
                    services.guesses.inARow(account.id(), held.kind(), held.id(), account.generation())));
        }
        for (Destination to : services.addresses(account)) {
            // the pause between two messages is too short to matter to a help desk
            SendLimits.lines(services.limiter, services.guards.limits(), to).stream()
                    .skip(1)
                    .forEach(limit -> all.add(plain(AccountView.Throttle.Limit.MESSAGES, limit)));
        }
        for (Channel channel : List.of(Channel.EMAIL, Channel.SMS)) {
            services.addresses(account).stream()
                    .filter(to -> (to.channel() == Channel.EMAIL) == (channel == Channel.EMAIL))
                    .findFirst()
                    .ifPresent(to -> ACCOUNT.forEach(whose -> all.add(plain(
                            AccountView.Throttle.Limit.MESSAGES,
                            SendLimits.account(services.limiter, services.guards.limits(), to, account.id(), whose)))));
        }
        services.guesses
                .prompts(account.id())
                .forEach(limit -> all.add(plain(AccountView.Throttle.Limit.PROMPTS, limit)));
        CounterKey passes = services.limiter.key(Budget.PASSES, account.id().value());
        all.add(plain(AccountView.Throttle.Limit.PASSES, RateLimit.sliding(passes, aDay, DAY)));
        return all;
    }

    private RateLimit pause(Destination to) {
        return SendLimits.lines(services.limiter, services.guards.limits(), to).get(0);
    }

    private static Known plain(AccountView.Throttle.Limit name, RateLimit limit) {
        return new Known(new AccountView.Throttle(name, Optional.empty()), limit);
    }

    private static Known known(AccountView.Throttle.Limit name, MethodKind kind, RateLimit limit) {
        return new Known(new AccountView.Throttle(name, Optional.of(kind)), limit);
    }
}
