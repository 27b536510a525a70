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

/** The two tables of the user store twin, by id and by login name, which change together behind one lock. */
final class People {
    private final Map<UserId, Person> byId = new HashMap<>();
    private final Map<LoginName, Set<UserId>> byLogin = new HashMap<>();

    synchronized Optional<Person> byId(UserId id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized List<Person> named(LoginName login) {
        return byLogin.getOrDefault(login, Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    synchronized void put(Person person) {
        UserId id = person.account().id();
        remove(id);
        byId.put(id, person);
        person.logins()
                .forEach(login -> byLogin.computeIfAbsent(login, l -> new LinkedHashSet<>())
                        .add(id));
    }

    synchronized void remove(UserId id) {
        Person gone = byId.remove(id);
        if (gone == null) {
            return;
        }
        for (LoginName login : gone.logins()) {
            byLogin.computeIfPresent(login, (same, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
    }

    synchronized void change(UserId id, UnaryOperator<Person> change) {
        Person person = byId.get(id);
        if (person == null) {
            throw new IllegalArgumentException("there is no account " + id.value());
        }
        byId.put(id, change.apply(person));
    }

    /** Puts the changed person in place unless there is a reason not to, in one step. */
    synchronized UserStore.PasswordWrite swap(
            UserId id, Function<Person, Optional<UserStore.PasswordWrite>> refusal, UnaryOperator<Person> change) {
        Person person = byId.get(id);
        if (person == null) {
            return new UserStore.PasswordWrite.NotUsable(AccountStatus.UNKNOWN);
        }
        Optional<UserStore.PasswordWrite> refused = refusal.apply(person);
        if (refused.isPresent()) {
            return refused.get();
        }
        Person changed = change.apply(person);
        byId.put(id, changed);
        Generation now = changed.account().generation();
        return new UserStore.PasswordWrite.Written(now);
    }

    /** Lifts a lock unless there is a reason not to, in one step. */
    synchronized AccountUnlocker.Result unlock(UserId id, Generation expected) {
        Person person = byId.get(id);
        if (person == null) {
            return new AccountUnlocker.Result.NotUsable(AccountStatus.UNKNOWN);
        }
        Optional<AccountUnlocker.Result> reason = person.notUnlocked(expected);
        if (reason.isPresent()) {
            return reason.get();
        }
        byId.put(id, person.withStatus(AccountStatus.ACTIVE));
        return new AccountUnlocker.Result.Unlocked();
    }

    synchronized Expired expire(UserId id, Generation expected, UnaryOperator<Person> change) {
        Person person = byId.get(id);
        if (person == null) {
            return Expired.GONE;
        }
        if (!person.account().generation().equals(expected)) {
            return Expired.STALE;
        }
        byId.put(id, change.apply(person));
        return Expired.EXPIRED;
    }
}
