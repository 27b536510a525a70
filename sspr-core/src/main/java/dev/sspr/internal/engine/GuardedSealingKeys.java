package dev.sspr.internal.engine;

import dev.sspr.spi.SealingKeys;
import java.util.Set;

/** Guards what a store tells about its keys. */
record GuardedSealingKeys(String role, SealingKeys keysOf) implements SealingKeys {
    @Override
    public Set<Integer> keys() {
        return RoleGuard.ask(role, () -> Set.copyOf(keysOf.keys()));
    }

    @Override
    public long count(int key) {
        return RoleGuard.ask(role, () -> keysOf.count(key));
    }
}
