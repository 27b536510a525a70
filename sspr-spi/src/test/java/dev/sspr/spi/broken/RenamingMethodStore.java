package dev.sspr.spi.broken;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes one account for another. */
class RenamingMethodStore extends ForwardingMethodStore {
    private final UnaryOperator<UserId> names;

    RenamingMethodStore(MethodStore twin, UnaryOperator<UserId> names) {
        super(twin);
        this.names = names;
    }

    private UserId named(UserId user) {
        return user == null ? user : names.apply(user);
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        return super.find(named(user));
    }

    @Override
    public Stored store(MethodStore.MethodSet s) {
        return super.store(
                s == null ? s : new MethodStore.MethodSet(named(s.user()), s.version(), s.claims(), s.body()));
    }

    @Override
    public void remove(UserId user) {
        super.remove(named(user));
    }
}
