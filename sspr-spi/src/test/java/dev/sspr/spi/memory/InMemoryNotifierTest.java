package dev.sspr.spi.memory;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.kit.Arrival;
import dev.sspr.spi.kit.NotifierContract;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

public class InMemoryNotifierTest extends NotifierContract {
    protected final InMemoryNotifier notifier = new InMemoryNotifier(EnumSet.of(Channel.EMAIL));

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected List<Arrival> arrivals() {
        return notifier.messages().stream()
                .map(message -> new Arrival(
                        message.id().hex(),
                        List.of(message.to().address()),
                        Optional.of(message.text().subject()),
                        message.text().exposePlainText(),
                        Optional.empty()))
                .toList();
    }

    @Override
    protected String logged() {
        return "";
    }

    @Override
    protected boolean refuseForGood(boolean on) {
        answer(
                on
                        ? new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.UNKNOWN_RECIPIENT)
                        : new Notifier.Delivery.Accepted());
        return true;
    }

    @Override
    protected boolean refuseForNow(boolean on) {
        answer(on ? new Notifier.Delivery.TryLater(Duration.ofSeconds(5)) : new Notifier.Delivery.Accepted());
        return true;
    }

    private void answer(Notifier.Delivery delivery) {
        notifier.answerWith(message -> delivery);
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(notifier.faults(), on);
    }
}
