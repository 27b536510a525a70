package dev.sspr.internal.engine;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The threads of background work. Look-ups, publications and sending have threads of their own where the implementation has
 * them, so that a slow notifier delays no look-up (F2-S5).
 */
@FunctionalInterface
public interface Workers extends Executor {
    /** Makes workers of one executor, which cannot wait: it publishes early, and the state hides the result until its time. */
    static Workers of(Executor executor) {
        return executor::execute;
    }

    /** Runs a publication after a time, or on this thread at once. */
    default void publish(Duration after, Runnable task) {
        task.run();
    }

    /** Runs a task that waits for a notifier. */
    default void send(Runnable task) {
        task.run();
    }

    /** Returns whether a new flow can be accepted; the same for every name. */
    default Admission admission() {
        return Admission.OPEN;
    }

    /** Whether a new flow can be accepted. */
    enum Admission {
        OPEN,
        /** A queue is full. */
        FULL,
        /** The host has closed the library. */
        CLOSED
    }
}
