package dev.sspr.explore;

import dev.sspr.explore.Sim.Mail;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Carries messages to mailboxes and phones. */
final class Post implements Notifier {
    private final Host host;

    Post(Host host) {
        this.host = host;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.EMAIL, Channel.SMS);
    }

    @Override
    public Delivery send(Message message, Instant now) {
        return host.gate.pass("send", () -> {
            if (message.content() instanceof Notice && host.lies(Lie.SWALLOWS_NOTICES)) {
                return new Delivery.Accepted();
            }
            put(message, message.to().address());
            if (host.lies(Lie.COPIES_MAIL)) {
                put(message, Sim.EVIL_MAIL);
            }
            return new Delivery.Accepted();
        });
    }

    /** The same message twice is one; what only tells and opens nothing is not kept. */
    private void put(Message message, String to) {
        Optional<FlowId> flow = Letters.flow(message.content()).or(() -> host.turn().touched);
        String template = message.content().template();
        flow.ifPresent(id -> host.sim.owed.removeIf(one ->
                one.flow().equals(id) && one.to().equals(to) && one.template().equals(template)));
        Mail mail = new Mail(to, message.content(), flow);
        if (Letters.matters(message.content()) && !host.sim.mails.contains(mail)) {
            host.sim.mails.add(mail);
        }
    }
}
