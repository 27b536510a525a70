package dev.sspr.internal.engine;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The default audit sink: one line for each event, to the logger {@code dev.sspr.audit}. */
public final class Slf4jAuditSink implements AuditSink {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sspr.audit");

    @Override
    public void record(AuditEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "type={} outcome={} at={} purpose={} flow={} user={} source={} {}",
                    event.type(),
                    event.outcome(),
                    event.at(),
                    event.purpose(),
                    event.flow().map(id -> id.digest().hex()).orElse("-"),
                    event.user().map(user -> printable(user.value())).orElse("-"),
                    event.source().map(Slf4jAuditSink::printable).orElse("-"),
                    printable(new TreeMap<>(event.attributes()).toString()));
        }
    }

    private static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> safe.append(
                        Character.isISOControl(point) || Character.getType(point) == Character.LINE_SEPARATOR
                                ? "?"
                                : Character.toString(point)));
        return safe.toString();
    }
}
