package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.BreachedPasswords;
import java.time.Duration;
import java.util.Objects;

/**
 * What happens to a new password while the {@link BreachedPasswords} cannot be asked, for each flow; the bundled list
 * holds in any case (R-PWD-6). Without such a list there is nothing to ask, and nothing here matters.
 *
 * @param onReset on a reset; default {@code ACCEPT}, for somebody is locked out meanwhile
 * @param onChange on a change and everything else; default {@code REFUSE}, for the old password still works
 * @param timeLimit how long a look-up may take before the list counts as down, 50 ms to 30 s; default 5 s, more than the
 *     3 s of a remote service and less than people wait for a page
 */
public record BreachRules(WhenBreachCheckFails onReset, WhenBreachCheckFails onChange, Duration timeLimit) {
    private static final Duration LEAST = Duration.ofMillis(50);
    /** What {@link BreachedPasswords} itself is held to (B6). */
    private static final Duration MOST = Duration.ofSeconds(30);

    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException if the time is out of bounds
     */
    public BreachRules {
        Objects.requireNonNull(onReset, "onReset");
        Objects.requireNonNull(onChange, "onChange");
        Bounds.within("password.breachTimeLimit", timeLimit, LEAST, MOST);
    }

    /**
     * Open on reset, closed on change.
     *
     * @return the defaults
     */
    public static BreachRules standard() {
        return new BreachRules(WhenBreachCheckFails.ACCEPT, WhenBreachCheckFails.REFUSE, Duration.ofSeconds(5));
    }

    /**
     * The same decision for every flow.
     *
     * @param always what happens
     * @return the copy
     */
    public BreachRules always(WhenBreachCheckFails always) {
        return new BreachRules(always, always, timeLimit);
    }

    /**
     * A copy that waits longer or shorter.
     *
     * @param limit how long a look-up may take, 50 ms to 30 s
     * @return the copy
     */
    public BreachRules within(Duration limit) {
        return new BreachRules(onReset, onChange, limit);
    }
}
