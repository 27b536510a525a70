package dev.sspr.explore;

import dev.sspr.explore.ExploredWorld.Mail;
import dev.sspr.spi.Channel;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Carries messages to mailboxes and phones. */
final class ExploredNotifier implements Notifier {
    private final ExploredHost exploredHost;

    ExploredNotifier(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.EMAIL, Channel.SMS);
    }

    @Override
    public Notifier.Delivery send(Message message, Instant now) {
        return exploredHost.gate.pass("send", () -> {
            if (message.content() instanceof Notice && exploredHost.lies(HostFault.SWALLOWS_NOTICES)) {
                return new Notifier.Delivery.Accepted();
            }
            put(message, message.to().address());
            if (exploredHost.lies(HostFault.COPIES_MAIL)) {
                put(message, ExploredWorld.EVIL_MAIL);
            }
            return new Notifier.Delivery.Accepted();
        });
    }

    /** The same message twice is one; what only tells and opens nothing is not kept. */
    private void put(Message message, String to) {
        Optional<FlowId> flow = MessageReader.flow(message.content()).or(() -> exploredHost.callInProgress().touched);
        // a write of which nobody knows whether it has landed is told too, in other words
        String template = message.content() instanceof Notice.PasswordUnconfirmed
                ? "password.changed"
                : message.content().template();
        flow.ifPresent(id -> exploredHost.exploredWorld.owed.removeIf(one ->
                one.flow().equals(id) && one.to().equals(to) && one.template().equals(template)));
        Mail mail = new Mail(to, message.content(), flow);
        if (MessageReader.matters(message.content()) && !exploredHost.exploredWorld.mails.contains(mail)) {
            exploredHost.exploredWorld.mails.add(mail);
        }
    }
}
