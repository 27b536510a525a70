package dev.sspr.spi.broken;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.Optional;

class ForwardingMethodStore implements MethodStore {
    private final MethodStore inner;

    ForwardingMethodStore(MethodStore inner) {
        this.inner = inner;
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        return inner.find(user);
    }

    @Override
    public Stored store(MethodStore.MethodSet next) {
        return inner.store(next);
    }

    @Override
    public void remove(UserId user) {
        inner.remove(user);
    }
}
