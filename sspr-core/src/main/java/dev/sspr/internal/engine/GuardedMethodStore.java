package dev.sspr.internal.engine;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.Optional;

/** Guards a store of security info. */
record GuardedMethodStore(MethodStore methods) implements MethodStore {
    private static final String ROLE = "method-store";

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        return RoleGuard.ask(ROLE, () -> methods.find(user));
    }

    @Override
    public MethodStore.Stored store(MethodStore.MethodSet next) {
        return RoleGuard.ask(ROLE, () -> methods.store(next));
    }

    @Override
    public void remove(UserId user) {
        RoleGuard.tell(ROLE, () -> methods.remove(user));
    }
}
