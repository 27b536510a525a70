package dev.sspr.spi.memory;

import dev.sspr.spi.Availability;
import dev.sspr.spi.BackendUnavailableException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes a twin fail in a test: outages, single failures, lost answers.
 *
 * <p><b>Threads.</b> Safe for use by many threads; a change is seen by every call that begins after it.
 */
public final class Faults {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final String backend;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong lostAnswers = new AtomicLong();
    private volatile Consumer<String> hook = operation -> {};

    Faults(String backend) {
        this.backend = backend;
    }

    /** Makes every further call fail before it has an effect, until {@link #heal}. */
    public void fail() {
        failures.set(FOR_EVER);
    }

    /**
     * Makes the next calls fail before they have an effect.
     *
     * @param calls the number of calls, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void failNext(int calls) {
        failures.set(checked(calls));
    }

    /**
     * Makes the next calls take effect and then fail, as if the connection had dropped before the answer.
     *
     * @param calls the number of calls, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void loseNextAnswers(int calls) {
        lostAnswers.set(checked(calls));
    }

    /** Ends every requested failure; a hook stays. */
    public void heal() {
        failures.set(0);
        lostAnswers.set(0);
    }

    /**
     * Runs a hook before each call, outside any lock: to wait, to count, to throw.
     *
     * @param hook receives the name of the called method, such as {@code setPassword}
     */
    public void beforeEachCall(Consumer<String> hook) {
        this.hook = Objects.requireNonNull(hook, "hook");
    }

    <T> T around(String operation, Supplier<T> work) {
        hook.accept(operation);
        if (takeOne(failures)) {
            throw new BackendUnavailableException(backend + " is down (" + operation + "), as the test requested");
        }
        T answer = work.get();
        if (takeOne(lostAnswers)) {
            throw new BackendUnavailableException(
                    backend + " lost the answer of " + operation + ", as the test requested");
        }
        return answer;
    }

    /** Whether the next call will fail. This uses up no failure and does not run the hook. */
    Availability.Status status() {
        return failures.get() > 0 ? Availability.Status.DOWN : Availability.Status.UP;
    }

    private static boolean takeOne(AtomicLong left) {
        return left.get() > 0 && left.getAndUpdate(n -> n == 0 || n == FOR_EVER ? n : n - 1) > 0;
    }

    private static int checked(int calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("a number of calls is 0 or more, this is " + calls);
        }
        return calls;
    }
}
