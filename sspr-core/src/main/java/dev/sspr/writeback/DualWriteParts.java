package dev.sspr.writeback;

import dev.sspr.spi.PasswordExpiry;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.UserStore;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What two stores are made one from.
 *
 * <p>Which one is {@code first} is the host's choice: take the one with the stricter rules, which is mostly the one that
 * people sign in to at work. Its refusal comes before anything is written anywhere; a refusal by the other one comes too
 * late (WB-05). Both must know a person by the same id and login name.
 *
 * @param first asked first and written first
 * @param second written once the first one has the password
 * @param expiry makes a password in the second store useless where the new one did not arrive
 * @param repairs keeps what is still to be looked at; durable, and the same on all nodes
 * @param contacts whose destinations and language are a person's
 * @param clock the time; the same clock on all nodes, to some seconds
 * @param listener is told what happened, on the calling thread; what it throws is ignored
 */
public record DualWriteParts(
        UserStore first,
        UserStore second,
        PasswordExpiry expiry,
        RepairStore repairs,
        Side contacts,
        InstantSource clock,
        Consumer<WritebackEvent> listener) {
    /** One of the two. */
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
     * Two stores with the first one's destinations, the system's clock and no listener.
     *
     * @param first the store that is written first
     * @param second the store that is written once the first one has the password
     * @param expiry expires a password of the second store that the new one did not replace
     * @param repairs keeps the open repairs
     * @return the parts
     */
    public static DualWriteParts of(UserStore first, UserStore second, PasswordExpiry expiry, RepairStore repairs) {
        return new DualWriteParts(first, second, expiry, repairs, Side.FIRST, InstantSource.system(), event -> {});
    }

    void tell(WritebackEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException ignored) {
            // A listener must not turn a password that was written into one that was not.
            return;
        }
    }
}
