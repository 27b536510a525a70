package dev.sspr.adapter.smtp;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the mail library's log shut (R-LOG-1). At {@code FINE} it writes recipients and at {@code FINEST} whole mails,
 * and a host that turns everything on must not get them.
 *
 * <p>A transport logs under the package of its own class. That is ours, because {@link Conversation} is one, so nobody
 * else's logger is touched. The filter is for a log configuration that is read again and sets every level anew.
 */
final class Silence {
    /** Held here, because the log manager forgets a logger, and its level, that nobody holds. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger(Silence.class.getPackageName()),
            Logger.getLogger(Silence.class.getPackageName() + ".protocol"));

    private Silence() {}

    static void keep() {
        for (Logger logger : LOGGERS) {
            logger.setLevel(Level.OFF);
            logger.setFilter(entry -> false);
        }
    }
}
