package dev.sspr.internal.engine;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import java.time.Instant;
import java.util.Set;

/** Guards a notifier. */
record GuardedNotifier(Notifier notifier) implements Notifier {
    private static final String ROLE = "notifier";

    @Override
    public Set<Channel> channels() {
        return RoleGuard.ask(ROLE, () -> notifier.channels());
    }

    @Override
    public Notifier.Delivery send(Message message, Instant now) {
        return RoleGuard.ask(ROLE, () -> notifier.send(message, now));
    }
}
