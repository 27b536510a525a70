package dev.sspr.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.MessagePolicy;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.Channel;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageContent.ResetNotPossible.Reason;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notice.RecoveryStarted.Stage;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-ENUM-9")
class MessageWriterTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    private final MessageWriter writer = new MessageWriter(Optional.of("Example Bank"), MessagePolicy.standard());

    static List<String> languages() {
        return Templates.LANGUAGES;
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher each = PLACE.matcher(text);
        while (each.find()) {
            found.add(each.group());
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void languages_haveTheSameTextsWithTheSamePlaces(String language) {
        Map<String, String> english = Templates.load("en");
        Map<String, String> other = Templates.load(language);

        assertThat(other).containsOnlyKeys(english.keySet());
        english.forEach((key, text) -> {
            String translated = other.get(key);
            assertThat(places(translated)).as(key).isEqualTo(places(text));
            assertThat(translated).as(key).isNotBlank().doesNotContain("  ").isEqualTo(translated.strip());
        });
    }

    private static Recipient reader(String language) {
        return new Recipient(Optional.empty(), Locale.forLanguageTag(language));
    }

    private String all(String language) {
        StringBuilder text = new StringBuilder();
        Secret code = Secret.of("ABCDE23456");
        Instant expires = NOW.plusSeconds(600);
        Optional<Secret> link = Optional.of(Secret.of("https://example.org/reset#continue=TOKEN"));
        Optional<Secret> cancel = Optional.of(Secret.of("https://example.org/reset#cancel=TOKEN"));
        add(text, language, Channel.EMAIL, new MessageContent.ResetCode(code, link, cancel, expires));
        add(
                text,
                language,
                Channel.EMAIL,
                new MessageContent.ResetCode(code, Optional.empty(), Optional.empty(), expires));
        add(
                text,
                language,
                Channel.SMS,
                new MessageContent.ResetCode(Secret.of("01234567"), Optional.empty(), cancel, expires));
        for (Reason reason : Reason.values()) {
            add(text, language, Channel.EMAIL, new MessageContent.ResetNotPossible(reason));
        }
        add(text, language, Channel.EMAIL, new Notice.PasswordChanged(NOW, Optional.empty()));
        add(text, language, Channel.SMS, new Notice.PasswordChanged(NOW, Optional.empty()));
        unlocks(text, language, code, expires);
        add(text, language, Channel.EMAIL, new Notice.AdministratorChanged(new UserId("u-17"), NOW));
        for (AdminAction action : AdminAction.values()) {
            add(text, language, Channel.EMAIL, new Notice.HelpDeskActed(action, NOW));
        }
        for (Stage stage : Stage.values()) {
            add(text, language, Channel.EMAIL, new Notice.RecoveryStarted(stage, NOW, code, false));
            add(text, language, Channel.EMAIL, new Notice.RecoveryStarted(stage, NOW, code, true));
        }
        return text.toString();
    }

    private void unlocks(StringBuilder text, String language, Secret code, Instant expires) {
        Optional<Secret> link = Optional.of(Secret.of("https://example.org/reset#unlock-continue=TOKEN"));
        Optional<Secret> cancel = Optional.of(Secret.of("https://example.org/reset#unlock-cancel=TOKEN"));
        for (Channel channel : List.of(Channel.EMAIL, Channel.SMS)) {
            add(text, language, channel, new MessageContent.UnlockCode(code, link, cancel, expires));
        }
        for (Reason reason : Reason.values()) {
            add(text, language, Channel.EMAIL, new MessageContent.UnlockNotPossible(reason));
        }
        for (Channel channel : List.of(Channel.EMAIL, Channel.SMS)) {
            add(text, language, channel, new Notice.AccountUnlocked(NOW, cancel));
        }
        add(text, language, Channel.EMAIL, new Notice.AccountUnlocked(NOW, Optional.empty()));
    }

    private void add(StringBuilder text, String language, Channel channel, MessageContent content) {
        MessageText written =
                writer.write(content, channel, reader(language), NOW).text();
        text.append("=== ")
                .append(content.template())
                .append(", ")
                .append(channel)
                .append('\n');
        text.append("Subject: ").append(written.subject()).append("\n\n");
        text.append(written.exposePlainText()).append("\n\n");
    }

    @ParameterizedTest
    @MethodSource("languages")
    @Tag("R-NOT-8")
    void texts_ofEveryTemplate_areTheseWords(String language) throws IOException {
        String golden;
        try (InputStream found = MessageWriterTest.class.getResourceAsStream("golden-" + language + ".txt")) {
            golden = new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(all(language)).isEqualTo(golden).doesNotContain("{", "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de", "", "xx", "zh-Hant-TW"})
    void texts_inALanguageThatIsNotThere_areEnglish(String language) {
        assertThat(all(language)).isEqualTo(all("en"));
    }

    @Test
    void texts_inAVariantOfALanguage_areInThatLanguage() {
        assertThat(all("nl-BE")).isEqualTo(all("nl")).isNotEqualTo(all("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void kind_builtIn_hasALabel(String language) throws IllegalAccessException {
        for (Field field : MethodKind.class.getFields()) {
            if (field.get(MethodKind.EMAIL_CODE) instanceof MethodKind kind) {
                assertThat(Templates.load(language)).containsKey("method." + kind.value());
            }
        }
    }

    @Test
    @Tag("R-NOT-3")
    void subject_holdsNoCode() {
        MessageText text = writer.write(
                        new MessageContent.ResetCode(
                                Secret.of("ABCDE23456"), Optional.empty(), Optional.empty(), NOW.plusSeconds(1)),
                        Channel.EMAIL,
                        reader("en"),
                        NOW)
                .text();

        assertThat(text.subject()).isEqualTo("Your code for Example Bank");
        assertThat(text.toString()).doesNotContain("ABCDE23456");
    }
}
