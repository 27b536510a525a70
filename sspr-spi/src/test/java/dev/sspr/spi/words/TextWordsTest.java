package dev.sspr.spi.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Hostile;
import dev.sspr.spi.kit.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that are made of text: login names, ids, generations, methods, subjects. */
class TextWordsTest {
    private static final Map<String, Function<String, Object>> WORDS = Map.of(
            "login", LoginName::new,
            "user id", UserId::new,
            "generation", Generation::new,
            "method id", id -> new AuthMethod(MethodKind.EMAIL_CODE, id, "e", "l", Optional.empty()),
            "endpoint", e -> new AuthMethod(MethodKind.EMAIL_CODE, "i", e, "l", Optional.empty()),
            "label", l -> new AuthMethod(MethodKind.EMAIL_CODE, "i", "e", l, Optional.empty()),
            "subject", s -> new MessageText(s, List.of()));

    @ParameterizedTest
    @Tag("R-UNI-5")
    @ValueSource(
            strings = {
                "",
                "\0",
                "an\0na",
                "anna\n",
                "anna\r\nX: y",
                "an\tna",
                "\u001banna",
                "anna\u007f",
                "anna\u0085",
                "an\u200bna",
                "an\u200dna",
                "\ufeffanna",
                "\u202eanna",
                "an\u00adna",
                "anna\u2066",
                "\ud83d",
                "anna\udc69",
                "\udc69\ud83d"
            })
    void text_emptyControlFormatOrHalfACharacter_isRefused(String text) {
        WORDS.forEach((word, make) -> {
            Throwable thrown = catchThrowable(() -> make.apply(text));
            assertThat(thrown).as(word).isInstanceOf(IllegalArgumentException.class);
            if (text.length() > 2) {
                assertThat(thrown).as(word).hasMessageNotContaining(text);
            }
        });
    }

    @ParameterizedTest
    @Tag("R-UNI-5")
    @ValueSource(strings = {" anna", "anna ", "\u00a0anna", "anna\u00a0", "\u2003anna", "anna\u3000", " "})
    void loginName_padded_isRefusedNotTrimmed(String text) {
        assertThat(catchThrowable(() -> new LoginName(text))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loginName_syntaxAndScripts_areKeptAsTheyAre() {
        for (String text : Hostile.syntax()) {
            assertThat(new LoginName(text).value()).isEqualTo(text);
        }
        Hostile.lookAlikes().forEach((name, others) -> {
            for (String other : others) {
                assertThat(new LoginName(other)).isNotEqualTo(new LoginName(name));
            }
        });
    }

    @Test
    @Tag("R-LOG-2")
    void toString_hidesLoginsAndAddresses() {
        Account account = new Samples().account();
        String told = account.toString() + new LoginName("anna.secret") + account.destinations();
        assertThat(told).doesNotContain("anna.secret").contains(account.id().value());
        for (Destination destination : account.destinations()) {
            assertThat(told).doesNotContain(destination.address());
        }
        account.words().forEach(word -> assertThat(account.toString()).doesNotContain(word));
    }

    @Test
    void account_listsAreCopies() {
        Account account = new Samples().account();
        assertThat(catchThrowable(() -> account.words().add("more"))).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @EnumSource(AccountStatus.class)
    @Tag("R-FLOW-7")
    void status_usable_isActiveOrLockedOnly(AccountStatus status) {
        assertThat(status.usable()).isEqualTo(List.of("ACTIVE", "LOCKED").contains(status.name()));
    }
}
