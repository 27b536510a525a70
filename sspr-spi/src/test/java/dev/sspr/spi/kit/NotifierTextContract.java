package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MessageText.Part;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fixture and the clause N3 of {@link Notifier}. Extend {@link NotifierContract}, which has all of them. */
public abstract class NotifierTextContract extends Contract {
    static final String CODE = "07316482";
    static final String LINK = "https://reset.example.com/r#kQ3v-Zz0_token-of-a-link";

    /** Only the kit's own class extends this one. */
    NotifierTextContract() {}

    /**
     * The notifier.
     *
     * @return the same within a test
     */
    protected abstract Notifier notifier();

    /**
     * The messages that the carrier delivered since the test began; waits until all accepted ones are delivered.
     *
     * @return the messages in the order of delivery
     */
    protected abstract List<Arrival> arrivals();

    /**
     * The whole log since the test began, at the lowest level.
     *
     * @return the text, empty if the notifier has no logger
     */
    protected abstract String logged();

    /**
     * Makes the carrier refuse every message permanently, or stops that.
     *
     * @param on true to begin
     * @return false if this fixture cannot do it
     */
    protected boolean refuseForGood(boolean on) {
        return false;
    }

    /**
     * Makes the carrier refuse every message temporarily, or stops that.
     *
     * @param on true to begin
     * @return false if this fixture cannot do it
     */
    protected boolean refuseForNow(boolean on) {
        return false;
    }

    final Destination destination(Channel channel) {
        String address = channel == Channel.EMAIL
                ? samples.unique("o'brien+tag.") + "@example.com"
                : "+4915" + (100_000_000 + samples.random().nextInt(900_000_000));
        return new Destination(samples.unique("d-"), channel, address);
    }

    private Channel channel() {
        return notifier().channels().stream().sorted().findFirst().orElseThrow();
    }

    final Message message(String... paragraphs) {
        return message(destination(channel()), paragraphs);
    }

    final Message message(Destination to, String... paragraphs) {
        return withSubject("Your password", to, paragraphs);
    }

    private Message withSubject(String subject, Destination to, String... paragraphs) {
        List<Part> parts = new ArrayList<>();
        for (String paragraph : paragraphs) {
            parts.add(new Part.Paragraph(paragraph));
        }
        parts.add(new Part.Code(Secret.of(CODE)));
        parts.add(new Part.Link("Go on", Secret.of(LINK)));
        MessageContent content = new MessageContent.ResetCode(
                Secret.of(CODE), Optional.of(Secret.of(LINK)), Optional.empty(), Samples.at(600_000));
        return new Message(
                samples.digest(), to, content, Locale.GERMANY, new MessageText(subject, parts), Samples.at(600_000));
    }

    static String paragraph(Message message) {
        return ((Part.Paragraph) message.text().parts().get(0)).text();
    }

    final void accepted(String clause, Message message) {
        assertThat(notifier().send(message, Samples.NOW))
                .as(clause + ": the answer to a sound message")
                .isInstanceOf(Notifier.Delivery.Accepted.class);
    }

    final Arrival sent(String clause, Message message) {
        int before = arrivals().size();
        accepted(clause, message);
        List<Arrival> arrivals = arrivals();
        assertThat(arrivals).as(clause + ": one message was sent").hasSize(before + 1);
        return arrivals.get(before);
    }

    @Test
    @DisplayName("N3: code and link arrive as they are, every paragraph whole, in every script")
    void n3_everyScript_arrivesWhole() {
        for (String text : List.of(
                "Hello",
                "Gr\u00fc\u00dfe, \u00c5ngstr\u00f6m, \u0141\u00f3d\u017a",
                "\u4f60\u597d \u3053\u3093\u306b\u3061\u306f \uc548\ub155",
                "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
                "\u0928\u092e\u0938\u094d\u0924\u0947 \ud83d\udc69\u200d\ud83d\udcbb",
                "=C3=A9 =20 &amp; %20 \\u0041",
                "From here on\n.\nThe end",
                "x".repeat(1200))) {
            Arrival arrival = sent("N3", message(text));
            assertThat(oneLineEnd(arrival.text()))
                    .as("N3: the text")
                    .contains(text)
                    .contains(CODE)
                    .contains(LINK);
        }
    }

    @Test
    @Tag("R-NOT-9")
    @Tag("R-NOT-10")
    @DisplayName("N3: no part breaks out of the medium")
    void n3_hostilePart_staysAPart() {
        for (String text : Hostile.lines()) {
            if (text.indexOf('\0') < 0) {
                Message message = message(text);
                Arrival arrival = sent("N3", message);
                assertThat(arrival.recipients())
                        .as("N3: recipients with the part '%s'", text)
                        .containsOnly(message.to().address());
                assertThat(oneLineEnd(arrival.text()))
                        .as("N3: the text with the part '%s'", text)
                        .contains(oneLineEnd(text).strip())
                        .contains(LINK);
                assertThat(arrival.html().orElse("")).as("N3: the HTML part").doesNotContain("<script>alert");
            }
        }
    }

    @Test
    @Tag("R-NOT-10")
    @DisplayName("N3: a subject arrives whole and stays one line")
    void n3_hostileSubject_staysASubject() {
        for (String subject : List.of(
                "Gr\u00fc\u00dfe \u4f60\u597d \ud83d\udc69",
                "\u010dBcc: x@example.org \u010a \u760a \u760d",
                "=?utf-8?q?a=0d=0aBcc:_x@example.org?=",
                "\"quoted\" <x@example.org>, y",
                "\u00e4".repeat(200))) {
            Message message = withSubject(subject, destination(channel()), "text");
            Arrival arrival = sent("N3", message);
            assertThat(arrival.recipients())
                    .as("N3: recipients with the subject '%s'", subject)
                    .containsOnly(message.to().address());
            assertThat(arrival.subject().orElse(subject)).as("N3: the subject").isEqualTo(subject);
        }
    }

    private static String oneLineEnd(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
