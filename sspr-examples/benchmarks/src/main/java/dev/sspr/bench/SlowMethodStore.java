package dev.sspr.bench;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.util.Optional;

/** Security info behind a network. In one process, an answer for an account takes about 0.6 µs longer than for a decoy. */
final class SlowMethodStore implements MethodStore {
    private final InMemoryMethodStore store = new InMemoryMethodStore();

    @Override
    public Optional<MethodSet> find(UserId user) {
        SlowHost.takes(0.3);
        return store.find(user);
    }

    @Override
    public Stored store(MethodSet next) {
        return store.store(next);
    }

    @Override
    public void remove(UserId user) {
        store.remove(user);
    }
}
