package dev.sspr.internal.proof;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps background work until a test runs it, on the test's thread. */
final class TestExecutor implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public synchronized void execute(Runnable task) {
        waiting.add(task);
    }

    int runAll() {
        int ran = 0;
        for (Runnable next = poll(); next != null; next = poll()) {
            next.run();
            ran++;
        }
        return ran;
    }

    synchronized void drop() {
        waiting.clear();
    }

    synchronized int size() {
        return waiting.size();
    }

    private synchronized Runnable poll() {
        return waiting.poll();
    }
}
