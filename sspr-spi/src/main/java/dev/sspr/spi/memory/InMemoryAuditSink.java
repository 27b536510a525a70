package dev.sspr.spi.memory;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Audit events in the heap of one process, for a test to read. It keeps all of them until {@link #clear}.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 */
public final class InMemoryAuditSink implements AuditSink, AuditTrail {
    private final ConcurrentLinkedQueue<AuditEvent> events = new ConcurrentLinkedQueue<>();
    private final Faults faults = new Faults("the audit sink");

    /** Makes an empty sink. */
    public InMemoryAuditSink() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    @Override
    public void record(AuditEvent event) {
        Objects.requireNonNull(event, "event");
        faults.around("record", () -> events.add(event));
    }

    @Override
    public List<AuditEvent> recent(UserId user, int most) {
        Objects.requireNonNull(user, "user");
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most must be 1 to " + MOST + ", not " + most);
        }
        return faults.around("recent", () -> newest(user, most));
    }

    private List<AuditEvent> newest(UserId user, int most) {
        Deque<AuditEvent> newest = new ArrayDeque<>();
        for (AuditEvent event : events) {
            if (event.user().filter(user::equals).isPresent()) {
                newest.addFirst(event);
                if (newest.size() > most) {
                    newest.removeLast();
                }
            }
        }
        return List.copyOf(newest);
    }

    /**
     * The recorded events.
     *
     * @return the events in the order of recording
     */
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    /**
     * The recorded events, one line each; a control character in a text is written as its number (R-LOG-2).
     *
     * @return the lines in the order of recording
     */
    public List<String> lines() {
        return events().stream().map(InMemoryAuditSink::line).toList();
    }

    /** Removes all events. */
    public void clear() {
        events.clear();
    }

    private static String line(AuditEvent event) {
        StringBuilder line = new StringBuilder();
        line.append(event.at()).append(' ').append(event.type()).append(' ').append(event.outcome());
        line.append(" purpose=").append(event.purpose());
        event.flow().ifPresent(flow -> line.append(" flow=").append(flow.digest()));
        event.user().ifPresent(user -> field(line, "user", user.value()));
        event.source().ifPresent(source -> field(line, "source", source));
        new TreeMap<>(event.attributes()).forEach((name, value) -> field(line, name, value));
        return line.toString();
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append(' ')
                .append(escaped(name))
                .append("=\"")
                .append(escaped(value))
                .append('"');
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean breaks = point == '"'
                    || point == '\\'
                    || point == '='
                    || Character.isISOControl(point)
                    || Character.getType(point) == Character.FORMAT
                    || Character.getType(point) == Character.LINE_SEPARATOR
                    || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                    || Character.getType(point) == Character.SURROGATE;
            if (breaks) {
                safe.append("\\u{").append(Integer.toHexString(point)).append('}');
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
