package dev.sspr.internal.verification;

import dev.sspr.spi.BackendUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every call of an adapter passes here: the place where a node dies, an adapter fails, or another call gets between. */
public final class ExploreGate {
    /** The death of a node. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    /** What happens at one call. */
    public enum Trouble {
        NONE,
        CRASH_BEFORE,
        CRASH_AFTER,
        FAIL_BEFORE,
        FAIL_AFTER,
        REFUSE,
        /** It fails, and does its work later. */
        LATE,
        OTHER_BEFORE,
        OTHER_AFTER;

        public boolean isFault() {
            return this == CRASH_BEFORE
                    || this == CRASH_AFTER
                    || this == FAIL_BEFORE
                    || this == FAIL_AFTER
                    || this == REFUSE
                    || this == LATE;
        }

        public boolean after() {
            return this == CRASH_AFTER || this == FAIL_AFTER || this == OTHER_AFTER;
        }
    }

    private Trouble trouble = Trouble.NONE;
    private int at;
    private Runnable other = () -> {};
    private boolean armed;
    private Trouble now = Trouble.NONE;
    private final List<String> names = new ArrayList<>();

    /** Watches the next action of the outermost turn. */
    public void arm(Trouble what, int atCall, Runnable otherCall) {
        this.trouble = what;
        this.at = atCall;
        this.other = otherCall;
        this.armed = true;
        names.clear();
    }

    public void disarm() {
        armed = false;
    }

    /** The calls that the watched action made. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Whether the adapter whose call passes now says no. */
    public boolean refuses() {
        return now == Trouble.REFUSE;
    }

    /** Whether it fails now, and does its work later. */
    public boolean isLate() {
        return now == Trouble.LATE;
    }

    public <T> T pass(String name, Supplier<T> call) {
        if (!armed) {
            return call.get();
        }
        boolean here = names.size() == at;
        names.add(name);
        now = here ? trouble : Trouble.NONE;
        if (here && !trouble.after()) {
            happen();
        }
        T answer = call.get();
        now = Trouble.NONE;
        if (here && trouble.after()) {
            happen();
        }
        return answer;
    }

    private void happen() {
        switch (trouble) {
            case CRASH_BEFORE, CRASH_AFTER -> throw new Crash();
            case FAIL_BEFORE, FAIL_AFTER -> throw new BackendUnavailableException("planned");
            case OTHER_BEFORE, OTHER_AFTER -> {
                armed = false;
                other.run();
                armed = true;
            }
            case NONE, REFUSE, LATE -> {}
        }
    }
}
