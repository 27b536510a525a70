package dev.sspr.adapter.smtp;

import static dev.sspr.adapter.smtp.Letters.LINK;
import static dev.sspr.adapter.smtp.Letters.NOW;
import static dev.sspr.adapter.smtp.Letters.code;
import static dev.sspr.adapter.smtp.Letters.link;
import static dev.sspr.adapter.smtp.Letters.message;
import static dev.sspr.adapter.smtp.Letters.plain;
import static dev.sspr.adapter.smtp.Letters.saying;
import static dev.sspr.adapter.smtp.Letters.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees. */
final class BodyTest {
    private final ScriptedServer server = new ScriptedServer(new Script());

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    @Tag("N3")
    void send_everyScript_arrivesWholeInBothParts() {
        String text = "Zażółć, Ærøskøbing, Ψυχή, ключ, סיסמה, كلمة السر, पासवर्ड, 密码を再設定, รหัสผ่าน, \ud83d\udd10";

        Exchange exchange = sent(saying("Hi", words(text)));

        exchange.assertSound();
        assertThat(exchange.body("text/plain")).isEqualTo(text);
        assertThat(exchange.body("text/html")).contains("<p>" + text + "</p>");
    }

    @ParameterizedTest
    @Tag("R-NOT-9")
    @Tag("V-INJ-6")
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</p></body></html><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' style='x",
                "&lt;b&gt; &amp;",
                "<!--",
                "]]>",
                "{{7*7}} ${x} #{y} %s"
            })
    void send_markUpInAnyPart_isTextInHtmlAndUntouchedInPlainText(String hostile) {
        Exchange exchange =
                sent(saying(hostile, words(hostile), code(hostile), link(hostile, "https://a.example/?q=" + hostile)));

        String html = exchange.body("text/html");
        assertThat(html).doesNotContain(hostile.matches(".*[<>&\"'].*") ? hostile : "\0");
        assertThat(html.replaceAll("<!DOCTYPE html>|</?(?:html|head|meta|title|body|p|code|br|a)(?: [^<>]*)?>", ""))
                .doesNotContain("<", ">");
        assertThat(unescaped(html)).contains(hostile);
        assertThat(exchange.body("text/plain")).startsWith(hostile + "\n\n" + hostile + "\n\n" + hostile + ":\n");
    }

    @ParameterizedTest
    @Tag("R-NOT-9")
    @ValueSource(
            strings = {
                ".\r\nMAIL FROM:<eve@example.com>\r\n",
                "\n.\n.\n..\n. \n",
                "\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<b>",
                "a\rb\nc\r\nd",
                "trailing \t \nspace "
            })
    void send_linesThatLookLikeProtocol_areTextLines(String hostile) {
        Exchange exchange = sent(saying("Hi", words("x" + hostile + "y")));

        exchange.assertSound();
        String lines = ("x" + hostile + "y").replace("\r\n", "\n").replace('\r', '\n');
        assertThat(exchange.body("text/plain")).isEqualTo(lines);
    }

    @Test
    void send_controlCharactersAndHalfSurrogates_becomeReplacementCharacters() {
        Exchange exchange = sent(saying("Hi", words("a\0b\u001b[2Jc\u009bd\ud800e\udc00f\u007f")));

        exchange.assertSound();
        String tidy = "a\ufffdb\ufffd[2Jc\ufffdd\ufffde\ufffdf\ufffd";
        assertThat(exchange.body("text/plain")).isEqualTo(tidy);
        assertThat(exchange.body("text/html")).contains(tidy);
    }

    @Test
    @Tag("N3")
    void send_lineOfTenThousandCharacters_isWrappedOnTheWireOnly() {
        String text = "word ".repeat(2000) + "x".repeat(5000);

        Exchange exchange = sent(saying("Hi", words(text)));

        exchange.assertSound();
        assertThat(exchange.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(exchange.body("text/plain")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 500, 1500})
    void send_longLink_isWrappedOnTheWireOnly(int length) {
        String url = "https://reset.example.org/r#" + "x".repeat(length);

        Exchange exchange = sent(saying("Hi", link("Open", url)));

        assertThat(exchange.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(exchange.body("text/plain")).endsWith("\n" + url);
        assertThat(exchange.body("text/html"))
                .contains("<a href=\"" + url + "\" dir=\"ltr\" style=\"word-break:break-all\">" + url + "</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://reset.example.org/r?a=1&b=2, true",
        "HTTPS://reset.example.org/, true",
        "http://localhost:8080/r#x, true",
        "http://127.0.0.1/r, true",
        "http://[::1]:8080/r, true",
        "http://reset.example.org/, false",
        "http://127.0.0.1.example.org/, false",
        "https://user@reset.example.org/, false",
        "javascript:alert(1), false",
        "data:text/html;base64;x, false",
        "//example.org/, false",
        "ftp://example.org/, false",
        "https:///path, false",
        "https://example.org/\" onclick=, false"
    })
    void send_linkThatIsNotSafe_isShownButNotClickable(String url, boolean clickable) {
        Exchange exchange = sent(saying("Hi", link("Open", url)));

        String html = exchange.body("text/html");
        assertThat(html.contains("<a ")).isEqualTo(clickable);
        assertThat(unescaped(html)).contains(url);
    }

    @ParameterizedTest
    @CsvSource({
        "en, false",
        "de-CH, false",
        "ar, true",
        "he-IL, true",
        "fa, true",
        "yi, true",
        "ur-PK, true",
        "az-Arab, true",
        "ks-Deva, false",
        "uz-Latn, false",
        "ar-Latn, false",
        "und, false"
    })
    void send_locale_saysLanguageAndDirection(String tag, boolean rtl) throws Exception {
        Locale locale = Locale.forLanguageTag(tag);

        Exchange exchange = sent(message("ann@example.net", "Hi", locale, words("x"), code("ABC")));

        assertThat(exchange.body("text/html"))
                .contains("<html lang=\"" + locale.toLanguageTag() + (rtl ? "\" dir=\"rtl\">" : "\">"))
                .contains("<code dir=\"ltr\"");
        assertThat(exchange.mail().getHeader("Content-Language")).containsExactly(locale.toLanguageTag());
    }

    @Test
    void send_anyMessage_loadsNothingFromOutside() {
        String html = sent(Letters.simple()).body("text/html");

        assertThat(html.replace(LINK, "")).doesNotContain("http", "src=", "url(", "<img", "<link", "@import", "cid:");
    }

    @Test
    void send_noParts_isAnEmptyLetter() {
        Exchange exchange = sent(saying("Hi"));

        exchange.assertSound();
        assertThat(exchange.body("text/plain")).isEmpty();
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private Exchange sent(Message message) {
        assertThat(plain(server).build().send(message, NOW)).isEqualTo(new Notifier.Delivery.Accepted());
        return server.only();
    }
}
