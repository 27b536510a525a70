package dev.sspr.internal.proof;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Unlocking;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Lets chosen calls to the host's roles go wrong, and counts what they wrote. */
public final class Trouble implements Spied.Around {
    /** What can become of a call. */
    public enum Fate {
        CRASH_BEFORE,
        CRASH_AFTER,
        FAIL,
        LOSE_ANSWER,
        ANSWER_NULL,
        THROW
    }

    /** The process ends here. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What went wrong, by the number of the call. */
    public final Map<Integer, String> seen = new TreeMap<>();

    private final Map<Integer, Fate> fates;
    private int calls;
    private int written;

    /** Each call counts from 0. */
    public Trouble(Map<Integer, Fate> fates) {
        this.fates = new HashMap<>(fates);
    }

    @Override
    public Object pass(Spied call) throws Throwable {
        int number = calls++;
        Fate fate = fates.get(number);
        if (fate != null) {
            seen.put(number, fate + " " + call.name());
        }
        if (fate == Fate.CRASH_BEFORE) {
            throw new Crash();
        }
        if (fate == Fate.FAIL) {
            throw new BackendUnavailableException("down, as a tester asked");
        }
        if (fate == Fate.THROW) {
            throw new IllegalStateException("broken, as a tester asked");
        }
        Object answer = call.go();
        if (answer instanceof PasswordWrite.Written || answer instanceof Unlocking.Unlocked) {
            written++;
        }
        if (fate == Fate.CRASH_AFTER) {
            throw new Crash();
        }
        if (fate == Fate.LOSE_ANSWER) {
            throw new BackendUnavailableException("the answer was lost, as a tester asked");
        }
        return fate == Fate.ANSWER_NULL ? null : answer;
    }

    /** How many calls there were. */
    public int calls() {
        return calls;
    }

    /** How often a password was written or a lock lifted. */
    public int written() {
        return written;
    }

    /** How many calls are to go wrong. */
    public int size() {
        return fates.size();
    }

    /** No more goes wrong. */
    public void over() {
        fates.clear();
    }
}
