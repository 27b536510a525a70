package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Notifier.Delivery.Refused;
import dev.sspr.spi.Notifier.Delivery.Refused.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link Notifier}; N3 is in {@link NotifierTextContract}. */
public abstract class NotifierContract extends NotifierTextContract {
    /** For vendors to extend. */
    protected NotifierContract() {}

    @Test
    @Tag("R-NOT-1")
    @Tag("V-MULTI-1")
    @DisplayName("N1: a message goes to its one destination only")
    void n1_message_hasOneRecipient() {
        for (Channel channel : notifier().channels()) {
            Message message = message(destination(channel), "first", "second");
            Arrival arrival = sent("N1", message);
            assertThat(arrival.recipients())
                    .as("N1: all recipients")
                    .containsOnly(message.to().address());
        }
    }

    @Test
    @DisplayName("N2: a channel that it does not serve is Refused(WRONG_CHANNEL)")
    void n2_otherChannel_isRefused() {
        assertThat(notifier().channels())
                .as("N2: at least one channel, always the same")
                .isNotEmpty();
        Set<Channel> others = EnumSet.complementOf(EnumSet.copyOf(notifier().channels()));
        needs(!others.isEmpty(), "N2", "channel that the notifier does not carry");
        for (Channel channel : others) {
            assertThat(notifier().send(message(destination(channel), "text"), Samples.NOW))
                    .as("N2: a message by %s", channel)
                    .isEqualTo(new Refused(Reason.WRONG_CHANNEL));
        }
        assertThat(arrivals()).as("N2: the messages sent").isEmpty();
    }

    @Test
    @DisplayName("N4: the same message again is accepted again, with the same transport id")
    void n4_sameMessageAgain_sameTransportId() {
        Message message = message("once or twice");
        Message other = message("another");
        accepted("N4", message);
        accepted("N4", other);
        accepted("N4", message);
        List<String> ids = arrivals().stream().map(Arrival::transportId).toList();
        assertThat(ids).as("N4: transport ids").hasSizeBetween(2, 3).doesNotContainNull();
        assertThat(Set.copyOf(ids)).as("N4: two messages, two transport ids").hasSize(2);
        assertThat(ids.get(0)).as("N4: the other message's transport id").isNotEqualTo(ids.get(1));
    }

    @Test
    @DisplayName("N5: at expiresAt and later it is Refused(EXPIRED), a millisecond before it is not")
    void n5_expired_isRefused() {
        Message message = message("in time");
        for (long late : new long[] {0, 1, 86_400_000}) {
            assertThat(notifier().send(message, message.expiresAt().plusMillis(late)))
                    .as("N5: %d ms after expiresAt", late)
                    .isEqualTo(new Refused(Reason.EXPIRED));
        }
        assertThat(arrivals()).as("N5: the messages sent").isEmpty();
        assertThat(notifier().send(message, message.expiresAt().minusMillis(1)))
                .as("N5: a millisecond before expiresAt")
                .isInstanceOf(Notifier.Delivery.Accepted.class);
    }

    @Test
    @DisplayName("N6: a permanent refusal is Refused, and nothing was delivered")
    void n6_refusedForGood_isRefused() {
        needs(refuseForGood(true), "N6", "carrier that refuses for good");
        try {
            assertThat(notifier().send(message("text"), Samples.NOW))
                    .as("N6: the answer")
                    .isInstanceOf(Refused.class);
        } finally {
            refuseForGood(false);
        }
        assertThat(arrivals()).as("N6: the messages delivered").isEmpty();
    }

    @Test
    @DisplayName("N6: a temporary refusal is TryLater, nothing was delivered, and later it works")
    void n6_refusedForNow_isTryLater() {
        needs(refuseForNow(true), "N6", "carrier that refuses for now");
        Message message = message("text");
        try {
            assertThat(notifier().send(message, Samples.NOW))
                    .as("N6: the answer")
                    .isInstanceOf(Notifier.Delivery.TryLater.class);
        } finally {
            refuseForNow(false);
        }
        assertThat(arrivals()).as("N6: the messages delivered").isEmpty();
        accepted("N6", message);
    }

    @Test
    @DisplayName("N7: a failing carrier causes BackendUnavailableException")
    void n7_outage_isUnavailable() {
        failsWhileDown("N7", () -> notifier().send(message("text"), Samples.NOW));
        sent("N7", message("afterwards"));
    }

    @Test
    @DisplayName("N7: a hanging carrier causes BackendUnavailableException within 30 seconds")
    void n7_hang_isUnavailable() {
        failsWhileHanging("N7", () -> notifier().send(message("text"), Samples.NOW));
    }

    @Test
    @Tag("R-LOG-1")
    @Tag("V-LEAK-6")
    @DisplayName("N8: no address, code, link or text reaches a log or an exception")
    void n8_nothing_isLoggedOrThrown() {
        Message message = message("A sentence that nobody logs: " + samples.unique("canary-"));
        accepted("N8", message);
        outage(true);
        Throwable thrown = Assertions.catchThrowable(() -> notifier().send(message, Samples.NOW));
        outage(false);
        StringBuilder told = new StringBuilder(logged());
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            told.append('\n').append(cause);
        }
        for (String secret : secretsOf(message)) {
            assertThat(told.indexOf(secret))
                    .as("N8: '%s' in the log or an exception", secret)
                    .isNegative();
        }
    }

    @Test
    @DisplayName("N9: 64 threads send at once; each message arrives once, with its own recipient and text")
    void n9_parallelMessages_arriveOnceEach() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            messages.add(message(samples.unique("text-")));
        }
        List<Notifier.Delivery> answers = Race.run(i -> notifier().send(messages.get(i), Samples.NOW));
        assertThat(answers).as("N9: the answers").hasOnlyElementsOfType(Notifier.Delivery.Accepted.class);
        List<Arrival> arrivals = arrivals();
        assertThat(arrivals).as("N9: how many arrived").hasSize(Race.THREADS);
        for (Message message : messages) {
            List<Arrival> own = arrivals.stream()
                    .filter(arrival -> arrival.text().contains(paragraph(message)))
                    .toList();
            assertThat(own).as("N9: arrivals of one message").hasSize(1);
            assertThat(own.get(0).recipients())
                    .as("N9: its recipients")
                    .containsOnly(message.to().address());
        }
    }

    @Test
    @DisplayName("N10: null is refused and nothing is sent")
    void n10_null_isRefused() {
        refusesNull(
                "N10",
                () -> notifier().send(null, Samples.NOW),
                () -> notifier().send(message("text"), null));
        assertThat(arrivals()).as("N10: the messages sent").isEmpty();
    }

    private static List<String> secretsOf(Message message) {
        Destination to = message.to();
        List<String> secrets = new ArrayList<>(List.of(to.address(), paragraph(message), CODE, LINK));
        if (to.channel() == Channel.EMAIL) {
            secrets.add(to.address().substring(0, to.address().indexOf('@')));
        }
        return secrets;
    }
}
