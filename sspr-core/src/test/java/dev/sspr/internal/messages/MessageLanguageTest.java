package dev.sspr.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.policy.MessagePolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The languages of messages, and the names in them. */
class MessageLanguageTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final MessageContent CODE = new MessageContent.ResetCode(
            Secret.of("ABCDE23456"), Optional.empty(), Optional.empty(), NOW.plusSeconds(9));

    private static Account account(Optional<Locale> locale, String... words) {
        return new Account(
                new UserId("u-ann"),
                AccountStatus.ACTIVE,
                Account.Privilege.ORDINARY,
                Generation.of(1),
                locale,
                List.of(),
                List.of(words));
    }

    private static MessageWriter writer(MessagePolicy policy) {
        return new MessageWriter(Optional.empty(), policy);
    }

    private static MessageWriter.Written written(MessagePolicy policy, String wanted, Channel channel) {
        return writer(policy).write(CODE, channel, new Recipient(Optional.empty(), Locale.forLanguageTag(wanted)), NOW);
    }

    /** Every English text with one mark before it. */
    private static Map<String, String> marked(String mark) {
        Map<String, String> texts = new HashMap<>();
        Templates.load("en").forEach((key, text) -> texts.put(key, mark + text));
        return texts;
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "nl, nl",
        "nl-BE, nl",
        "pt, en",
        "ar, en",
        "az-Arab, en",
        "und, en",
        "zh-Hant-TW, zh-Hant",
        "zh-Hans, en",
        "zh, en",
        "de-AT, de"
    })
    @Tag("F2-F11")
    @DisplayName("F2-F11: the language of a message is the language of its text")
    void language_ofAMessage_isThatOfItsText(String wanted, String language) {
        MessagePolicy policy = MessagePolicy.standard()
                .texts(Map.of(Locale.GERMAN, marked("[de] "), Locale.forLanguageTag("zh-Hant"), marked("[zh] ")));

        MessageWriter.Written written = written(policy, wanted, Channel.EMAIL);

        assertThat(written.language()).isEqualTo(Locale.forLanguageTag(language));
        assertThat(written.text().subject())
                .isEqualTo(
                        switch (language) {
                            case "nl" -> "Uw code voor onze dienst";
                            case "de" -> "[de] Your code for [de] our service";
                            case "zh-Hant" -> "[zh] Your code for [zh] our service";
                            default -> "Your code for our service";
                        });
    }

    @Test
    @Tag("F2-F11")
    @DisplayName("F2-F11: a reader whose language has no texts gets the default language of the host")
    void language_withoutTexts_isTheDefault() {
        MessagePolicy dutch = MessagePolicy.standard().language(Locale.forLanguageTag("nl"));

        assertThat(written(dutch, "pt", Channel.SMS).language()).isEqualTo(Locale.forLanguageTag("nl"));
        assertThat(written(dutch, "en", Channel.SMS).language()).isEqualTo(Locale.ENGLISH);
        assertThatIllegalStateException()
                .isThrownBy(() -> writer(MessagePolicy.standard().language(Locale.GERMAN)))
                .withMessageContaining("messages.language")
                .withMessageContaining("de");
    }

    @Test
    @Tag("F2-F11")
    @DisplayName("F2-F11: a text of the host replaces a bundled one, and a mistake in it is refused")
    void text_ofTheHost_isChecked() {
        MessagePolicy policy = MessagePolicy.standard()
                .texts(Map.of(Locale.ENGLISH, Map.of("reset.code.subject", "{service}: your code")));
        assertThat(written(policy, "en", Channel.EMAIL).text().subject()).isEqualTo("our service: your code");

        refused(Locale.ENGLISH, Map.of("reset.code.subjekt", "x"), "reset.code.subjekt");
        refused(Locale.ENGLISH, Map.of("reset.code.subject", "{code}"), "{code}");
        Map<String, String> most = marked("");
        most.remove("not-you");
        refused(Locale.GERMAN, most, "not-you");
    }

    private static void refused(Locale to, Map<String, String> texts, String named) {
        assertThatIllegalStateException()
                .isThrownBy(() -> writer(MessagePolicy.standard().texts(Map.of(to, texts))))
                .withMessageContaining("messages.texts")
                .withMessageContaining(named);
    }

    @Test
    @Tag("F2-F12")
    @DisplayName("F2-F12: mails name the account in the host's words, if the host says so, and text messages do not")
    void account_isNamed_ifTheHostSaysSo() {
        MessagePolicy named = MessagePolicy.standard()
                .accountName(account -> account.words().stream().findFirst());
        Recipient ann = new Recipient(
                Optional.of(account(Optional.empty(), "ann\u202e\r\nBcc: x" + "y".repeat(99))), Locale.ENGLISH);
        Notice notice = new Notice.PasswordChanged(NOW, Optional.empty());

        assertThat(writer(named).write(notice, Channel.EMAIL, ann, NOW).text().exposePlainText())
                .startsWith("This message is about the account annBcc: x" + "y".repeat(55) + ".");
        assertThat(writer(named).write(notice, Channel.SMS, ann, NOW).text().exposePlainText())
                .doesNotContain("ann");
        assertThat(writer(MessagePolicy.standard())
                        .write(notice, Channel.EMAIL, ann, NOW)
                        .text()
                        .exposePlainText())
                .doesNotContain("ann");
    }

    @Test
    @Tag("F2-F11")
    @DisplayName("F2-F11: the language of the account goes before that of the page")
    void language_ofTheAccount_goesFirst() {
        Recipient ann = new Recipient(Optional.of(account(Optional.of(Locale.forLanguageTag("nl")))), Locale.ENGLISH);

        assertThat(writer(MessagePolicy.standard())
                        .write(CODE, Channel.SMS, ann, NOW)
                        .language())
                .isEqualTo(Locale.forLanguageTag("nl"));
    }

    @Test
    @Tag("F2-F12")
    @DisplayName("F2-F12: a recovery that is not approved yet promises no password")
    void recovery_notApproved_promisesNothing() {
        for (Notice.RecoveryStarted.Stage stage : Notice.RecoveryStarted.Stage.values()) {
            for (boolean needed : new boolean[] {true, false}) {
                Notice notice = new Notice.RecoveryStarted(stage, NOW, Secret.of("https://example.org/#x"), needed);
                String text = writer(MessagePolicy.standard())
                        .write(notice, Channel.EMAIL, new Recipient(Optional.empty(), Locale.ENGLISH), NOW)
                        .text()
                        .exposePlainText();
                assertThat(text.contains("If the help desk approves it")).isEqualTo(needed);
            }
        }
    }
}
