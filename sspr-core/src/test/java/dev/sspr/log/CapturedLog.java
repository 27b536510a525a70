package dev.sspr.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Logs of the tests: off, or every level into a list while a test listens. */
public final class CapturedLog implements SLF4JServiceProvider {
    private static final ConcurrentLinkedQueue<Consumer<Entry>> LISTENERS = new ConcurrentLinkedQueue<>();

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    /** One line, whole: level, logger, thread, words, and everything about an exception. */
    public record Entry(Level level, String text) {}

    /** Found by slf4j through the service file. */
    public CapturedLog() {}

    /** Everything that is logged, at TRACE, while something runs. */
    public static List<Entry> during(Runnable work) {
        ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();
        Consumer<Entry> listener = entries::add;
        LISTENERS.add(listener);
        try {
            work.run();
        } finally {
            LISTENERS.remove(listener);
        }
        return new ArrayList<>(entries);
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Capturing::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Capturing extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        Capturing(String name) {
            this.name = name;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Capturing.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String words, Object[] arguments, Throwable thrown) {
            StringBuilder text = new StringBuilder();
            text.append(level).append(' ').append(name).append(' ');
            text.append(Thread.currentThread().getName()).append(' ');
            text.append(MessageFormatter.basicArrayFormat(words, arguments));
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                text.append(' ').append(cause);
            }
            LISTENERS.forEach(listener -> listener.accept(new Entry(level, text.toString())));
        }

        @Override
        public boolean isTraceEnabled() {
            return !LISTENERS.isEmpty();
        }

        @Override
        public boolean isDebugEnabled() {
            return !LISTENERS.isEmpty();
        }

        @Override
        public boolean isInfoEnabled() {
            return !LISTENERS.isEmpty();
        }

        @Override
        public boolean isWarnEnabled() {
            return !LISTENERS.isEmpty();
        }

        @Override
        public boolean isErrorEnabled() {
            return !LISTENERS.isEmpty();
        }
    }
}
