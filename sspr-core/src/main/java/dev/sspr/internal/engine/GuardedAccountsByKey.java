package dev.sspr.internal.engine;

import dev.sspr.spi.AccountsByKey;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Guards what a store of security info tells about its keys. */
record GuardedAccountsByKey(AccountsByKey accounts) implements AccountsByKey {
    private static final String ROLE = "method-store";

    @Override
    public Set<Integer> keys() {
        return RoleGuard.ask(ROLE, () -> Set.copyOf(accounts.keys()));
    }

    @Override
    public long count(int key) {
        return RoleGuard.ask(ROLE, () -> accounts.count(key));
    }

    @Override
    public List<UserId> accounts(int key, Optional<UserId> after, int limit) {
        return RoleGuard.ask(ROLE, () -> List.copyOf(accounts.accounts(key, after, limit)));
    }
}
