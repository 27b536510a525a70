package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.kit.Arrival;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryNotifierTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Notifiers that are wrong. */
final class BrokenNotifiers {
    private BrokenNotifiers() {}

    /** Changes one sending of the twin. */
    private interface Sending {
        Notifier.Delivery send(Notifier twin, Message message, Instant now);
    }

    private static Supplier<Contract> sending(Supplier<Sending> sending) {
        return () -> new InMemoryNotifierTest() {
            private final Sending one = sending.get();
            private final Notifier broken = new Notifier() {
                @Override
                public Set<Channel> channels() {
                    return notifier.channels();
                }

                @Override
                public Notifier.Delivery send(Message message, Instant now) {
                    return message == null ? notifier.send(message, now) : one.send(notifier, message, now);
                }
            };

            @Override
            protected Notifier notifier() {
                return broken;
            }
        };
    }

    private static Supplier<Contract> arriving(UnaryOperator<Arrival> change) {
        return () -> new InMemoryNotifierTest() {
            @Override
            protected List<Arrival> arrivals() {
                return super.arrivals().stream().map(change).toList();
            }
        };
    }

    private static Arrival arrival(Arrival a, String text, Optional<String> html) {
        return new Arrival(a.transportId(), a.recipients(), a.subject(), text, html);
    }

    static List<Broken> all() {
        return List.of(
                // these look at all recipients too
                Broken.of(
                        "N1",
                        "copies to an archive",
                        Set.of("N3", "N9"),
                        arriving(a -> new Arrival(
                                a.transportId(),
                                List.of(a.recipients().get(0), "archive@example.org"),
                                a.subject(),
                                a.text(),
                                a.html()))),
                Broken.of(
                        "N2",
                        "says Accepted to a channel it has not",
                        sending(() -> (twin, message, now) ->
                                twin.channels().contains(message.to().channel())
                                        ? twin.send(message, now)
                                        : new Notifier.Delivery.Accepted())),
                Broken.of(
                        "N3",
                        "knows Latin-1 only",
                        arriving(a -> arrival(a, a.text().replaceAll("[^\\x00-\\xff]", "?"), a.html()))),
                Broken.of(
                        "N3",
                        "writes HTML without escaping",
                        arriving(a -> arrival(a, a.text(), Optional.of("<p>" + a.text() + "</p>")))),
                Broken.of(
                        "N3",
                        "decodes what looks encoded in a subject",
                        arriving(a -> new Arrival(
                                a.transportId(),
                                a.recipients(),
                                a.subject().map(s -> s.startsWith("=?") ? "a\r\nBcc: x@example.org" : s),
                                a.text(),
                                a.html()))),
                Broken.of(
                        "N4",
                        "makes a new transport id each time",
                        arriving(a -> new Arrival(
                                UUID.randomUUID().toString(), a.recipients(), a.subject(), a.text(), a.html()))),
                Broken.of("N5", "sends what is expired", sending(() -> (twin, message, now) -> {
                    Instant last = message.expiresAt().minusMillis(1);
                    return twin.send(message, now != null && now.isAfter(last) ? last : now);
                })),
                Broken.of("N6", "says Accepted when told 'later'", sending(() -> (twin, message, now) -> {
                    Notifier.Delivery answer = twin.send(message, now);
                    return answer instanceof Notifier.Delivery.TryLater ? new Notifier.Delivery.Accepted() : answer;
                })),
                Broken.of("N7", "takes an outage for 'later'", sending(() -> (twin, message, now) -> {
                    try {
                        return twin.send(message, now);
                    } catch (BackendUnavailableException e) {
                        return new Notifier.Delivery.TryLater(Duration.ofSeconds(1));
                    }
                })),
                Broken.of("N8", "names the address in an exception", sending(() -> (twin, message, now) -> {
                    try {
                        return twin.send(message, now);
                    } catch (BackendUnavailableException e) {
                        String address = message.to().address();
                        throw new BackendUnavailableException("no answer", new IllegalStateException(address));
                    }
                })),
                Broken.of("N8", "logs what it sends", () -> new InMemoryNotifierTest() {
                    @Override
                    protected String logged() {
                        return notifier.messages().get(0).text().exposePlainText();
                    }
                }),
                Broken.of("N9", "keeps the message in a field", sending(SharedField::new)),
                Broken.of(
                        "N10",
                        "takes null for its own clock",
                        sending(() -> (twin, message, now) -> twin.send(message, now == null ? Instant.EPOCH : now))));
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements Sending {
        private final Meeting meeting = new Meeting();
        private volatile Message current;

        @Override
        public Notifier.Delivery send(Notifier twin, Message message, Instant now) {
            current = message;
            meeting.await();
            return twin.send(current, now);
        }
    }
}
