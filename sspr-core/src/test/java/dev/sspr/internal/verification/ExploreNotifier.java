package dev.sspr.internal.verification;

import dev.sspr.fixture.SentMessage;
import dev.sspr.internal.verification.ExploreFlow.Put;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The explorer's carrier: what arrives is known from then on to whoever reads the mailbox or line. */
final class ExploreNotifier implements Notifier {
    private final ExploreHost host;

    ExploreNotifier(ExploreHost host) {
        this.host = host;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.allOf(Channel.class);
    }

    @Override
    public Notifier.Delivery send(Message message, Instant now) {
        return host.gate.pass("send", () -> {
            if (host.sim.carrierDown) {
                return new Notifier.Delivery.TryLater(Duration.ofSeconds(60));
            }
            if (host.gate.refuses()) {
                put(message, Put::refusedForGood);
                return isNotice(message)
                        ? new Notifier.Delivery.TryLater(Duration.ofSeconds(60))
                        : new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.REFUSED);
            }
            if (SentMessage.code(message).isPresent()) {
                put(message, Put::arrived);
            } else if (isNotice(message)) {
                host.sim.flows.forEach(
                        flow -> flow.owesNotices.remove(message.to().id()));
            }
            return new Notifier.Delivery.Accepted();
        });
    }

    private void put(Message message, UnaryOperator<Put> how) {
        SentMessage.code(message).ifPresent(code -> {
            for (ExploreFlow flow : host.sim.flows) {
                flow.puts.replaceAll(put -> put.code().equals(code.code()) ? how.apply(put) : put);
            }
        });
    }

    private static boolean isNotice(Message message) {
        return message.content() instanceof Notice.PasswordChanged
                || message.content() instanceof Notice.PasswordUnconfirmed
                || message.content() instanceof Notice.AccountUnlocked;
    }
}
