package dev.sspr.adapter.breached;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Several sources as one, each hash once: a binary heap with the least on top. */
final class MergedEntries extends Entries {
    private final List<Entries> all;
    private final List<Entries> heap = new ArrayList<>();
    private boolean begun;

    MergedEntries(List<Entries> sources) {
        this.all = List.copyOf(sources);
    }

    @Override
    boolean next() throws IOException {
        if (!begun) {
            begun = true;
            for (Entries source : all) {
                if (source.next()) {
                    heap.add(source);
                }
            }
            for (int i = heap.size() / 2 - 1; i >= 0; i--) {
                sink(i);
            }
            return take();
        }
        long lastHigh = high;
        int lastLow = low;
        while (!heap.isEmpty()) {
            Entries top = heap.get(0);
            if (top.high != lastHigh || top.low != lastLow) {
                return take();
            }
            advance();
        }
        return false;
    }

    private boolean take() throws IOException {
        if (heap.isEmpty()) {
            return false;
        }
        high = heap.get(0).high;
        low = heap.get(0).low;
        advance();
        return true;
    }

    private void advance() throws IOException {
        Entries last = heap.get(heap.size() - 1);
        if (!heap.get(0).next()) {
            heap.set(0, last);
            heap.remove(heap.size() - 1);
        }
        sink(0);
    }

    private void sink(int from) {
        int at = from;
        while (2 * at + 1 < heap.size()) {
            int child = 2 * at + 1;
            if (child + 1 < heap.size() && heap.get(child + 1).compareTo(heap.get(child)) < 0) {
                child++;
            }
            if (heap.get(at).compareTo(heap.get(child)) <= 0) {
                return;
            }
            Entries swapped = heap.get(at);
            heap.set(at, heap.get(child));
            heap.set(child, swapped);
            at = child;
        }
    }

    @Override
    public void close() throws IOException {
        for (Entries source : all) {
            source.close();
        }
    }
}
