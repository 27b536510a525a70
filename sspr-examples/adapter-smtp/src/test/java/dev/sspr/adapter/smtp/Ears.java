package dev.sspr.adapter.smtp;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears everything that is printed or logged, with every logger turned on as far as it goes. */
final class Ears implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            note(entry.getLoggerName() + ": " + entry.getMessage() + " " + String.valueOf(entry.getThrown()));
            for (Object parameter : entry.getParameters() == null ? new Object[0] : entry.getParameters()) {
                note(String.valueOf(parameter));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Begins. Levels that were set on single loggers are forgotten, as when a log configuration is read again. */
    static Ears open() {
        LogManager.getLogManager().reset();
        return new Ears();
    }

    private Ears() {
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        PrintStream tee = new PrintStream(heard, true, StandardCharsets.UTF_8);
        System.setOut(tee);
        System.setErr(tee);
    }

    String heard() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.UTF_8);
        }
    }

    private void note(String text) {
        synchronized (heard) {
            heard.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        root.removeHandler(handler);
        root.setLevel(before);
    }
}
