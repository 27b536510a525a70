package dev.sspr.writeback;

import dev.sspr.spi.PasswordExpiry;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.UserStore;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The parts of a store that is made of two.
 *
 * <p>The host chooses the {@code first} store. It should be the store with the stricter rules, which is usually the one
 * that users sign in to at work. If the first store refuses, nothing has been written anywhere. If the second store
 * refuses, the first one has the password already (WB-05). Both stores must know a user by the same id and login name.
 *
 * @param first asked first and written first
 * @param second written once the first one has the password
 * @param expiry makes a password in the second store useless if the new one did not arrive
 * @param repairs keeps the open repair tasks; durable, and the same on all nodes
 * @param contacts the store whose destinations and language apply to a user
 * @param clock the time; the same clock on all nodes, to some seconds
 * @param listener receives each event, on the calling thread; exceptions that it throws are ignored
 */
public record DualWriteParts(
        UserStore first,
        UserStore second,
        PasswordExpiry expiry,
        RepairStore repairs,
        Side contacts,
        InstantSource clock,
        Consumer<WritebackEvent> listener) {
    /** One of the two stores. */
    public enum Side {
        /** The one that is written first. */
        FIRST,
        /** The other one. */
        SECOND
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the two stores are one
     */
    public DualWriteParts {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(expiry, "expiry");
        Objects.requireNonNull(repairs, "repairs");
        Objects.requireNonNull(contacts, "contacts");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(listener, "listener");
        if (first.equals(second)) {
            throw new IllegalArgumentException("first and second are the same store; give two different ones");
        }
    }

    /**
     * Makes the parts with the destinations of the first store, the system clock and no listener.
     *
     * @param first asked and written first
     * @param second written once the first one has the password
     * @param expiry makes an old password in the second store useless
     * @param repairs keeps the open repair tasks
     * @return the parts
     */
    public static DualWriteParts of(UserStore first, UserStore second, PasswordExpiry expiry, RepairStore repairs) {
        return new DualWriteParts(first, second, expiry, repairs, Side.FIRST, InstantSource.system(), event -> {});
    }

    void tell(WritebackEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException ignored) {
            // A failing listener must not make a written password look unwritten.
            return;
        }
    }
}
