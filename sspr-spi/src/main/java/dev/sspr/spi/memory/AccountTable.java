package dev.sspr.spi.memory;

import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordExpiry.Expired;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The two tables of the user store twin, by id and by login name, behind one lock. */
final class AccountTable {
    private final Map<UserId, AccountEntry> byId = new HashMap<>();
    private final Map<LoginName, Set<UserId>> byLogin = new HashMap<>();

    synchronized Optional<AccountEntry> byId(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized List<AccountEntry> named(LoginName login) {
        return byLogin.getOrDefault(login, Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    synchronized void put(AccountEntry entry) {
        UserId id = entry.account().id();
        remove(id);
        byId.put(id, entry);
        entry.logins()
                .forEach(login -> byLogin.computeIfAbsent(login, l -> new LinkedHashSet<>())
                        .add(id));
    }

    synchronized void remove(UserId id) {
        AccountEntry removed = byId.remove(id);
        if (removed == null) {
            return;
        }
        for (LoginName login : removed.logins()) {
            byLogin.computeIfPresent(login, (same, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
    }

    synchronized void change(UserId id, UnaryOperator<AccountEntry> change) {
        AccountEntry entry = byId.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("there is no account " + id.value());
        }
        byId.put(id, change.apply(entry));
    }

    /** Replaces an account in one step, unless there is a reason to refuse. */
    synchronized UserStore.PasswordWrite swap(
            UserId id,
            Function<AccountEntry, Optional<UserStore.PasswordWrite>> refusal,
            UnaryOperator<AccountEntry> change) {
        AccountEntry entry = byId.get(id);
        if (entry == null) {
            return new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN);
        }
        Optional<UserStore.PasswordWrite> refused = refusal.apply(entry);
        if (refused.isPresent()) {
            return refused.get();
        }
        AccountEntry changed = change.apply(entry);
        byId.put(id, changed);
        Generation now = changed.account().generation();
        return new UserStore.PasswordWrite.Written(now);
    }

    /** Lifts a lock in one step, unless there is a reason to refuse. */
    synchronized AccountUnlocker.Result unlock(UserId id, Generation expected) {
        AccountEntry entry = byId.get(id);
        if (entry == null) {
            return new AccountUnlocker.Result.NotUsable(AccountStatus.UNKNOWN);
        }
        Optional<AccountUnlocker.Result> reason = entry.notUnlocked(expected);
        if (reason.isPresent()) {
            return reason.get();
        }
        byId.put(id, entry.withStatus(AccountStatus.ACTIVE));
        return new AccountUnlocker.Result.Unlocked();
    }

    synchronized Expired expire(UserId id, Generation expected, UnaryOperator<AccountEntry> change) {
        AccountEntry entry = byId.get(id);
        if (entry == null) {
            return Expired.GONE;
        }
        if (!entry.account().generation().equals(expected)) {
            return Expired.STALE;
        }
        byId.put(id, change.apply(entry));
        return Expired.EXPIRED;
    }
}
