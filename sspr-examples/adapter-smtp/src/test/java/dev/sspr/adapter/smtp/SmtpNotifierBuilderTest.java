package dev.sspr.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpNotifierBuilderTest {
    @Test
    void build_nothingSet_isStartTlsOnSubmissionPort() {
        assertThat(builder().build()).hasToString("SmtpNotifier[mail.example.org:587, STARTTLS_REQUIRED]");
        assertThat(builder().build().channels()).containsExactly(Channel.EMAIL);
    }

    @Test
    void build_implicitTls_isSubmissionsPort() {
        assertThat(builder().tls(TlsMode.IMPLICIT_TLS).build())
                .hasToString("SmtpNotifier[mail.example.org:465, IMPLICIT_TLS]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.3.2.1", "::1"})
    void build_noTlsOnThisMachine_isMade(String host) {
        assertThat(SmtpNotifier.builder(host, Letters.SENDER)
                        .tls(TlsMode.NONE_ON_LOOPBACK)
                        .build())
                .hasToString("SmtpNotifier[" + host + ":25, NONE_ON_LOOPBACK]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "localhost.example.org",
                "127.0.0.1.example.org",
                "128.0.0.1",
                "127.0.0.256",
                "127.1",
                "10.0.0.1",
                "::2",
                "localhost.",
                "0.0.0.0"
            })
    void build_noTlsElsewhere_namesTheSetting(String host) {
        SmtpNotifierBuilder builder = SmtpNotifier.builder(host, Letters.SENDER).tls(TlsMode.NONE_ON_LOOPBACK);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tls NONE_ON_LOOPBACK")
                .hasMessageContaining("host");
    }

    @Test
    void build_tlsContextWithoutTls_namesTheSetting() {
        SmtpNotifierBuilder builder = SmtpNotifier.builder("localhost", Letters.SENDER)
                .tls(TlsMode.NONE_ON_LOOPBACK)
                .tlsContext(Certificates.GOOD.context());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tlsContext");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "mail.example.org\r\n", "http://x", "a/b", "a@b", "m\u00e4il.example", "-x"})
    void host_notAName_namesTheSetting(String host) {
        assertThatThrownBy(() -> SmtpNotifier.builder(host, Letters.SENDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("host");
        assertRefused("helloName", builder -> builder.helloName(host));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void port_outOfRange_namesTheSetting(int port) {
        assertRefused("port", builder -> builder.port(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "PT28.001S", "PT1H"})
    void timeouts_outOfRange_nameTheSetting(Duration timeout) {
        assertRefused("connectTimeout", builder -> builder.connectTimeout(timeout));
        assertRefused("readTimeout", builder -> builder.readTimeout(timeout));
        assertRefused("writeTimeout", builder -> builder.writeTimeout(timeout));
        assertRefused("sendTimeout", builder -> builder.sendTimeout(timeout));
    }

    @Test
    @Tag("N7")
    void sendTimeout_highest_isBelowTheBoundOfTheContract() {
        assertThat(SmtpNotifierBuilder.MAX_SEND_TIMEOUT).isLessThan(Duration.ofSeconds(30));
        assertThat(builder()
                        .connectTimeout(SmtpNotifierBuilder.MAX_CONNECT_TIMEOUT)
                        .readTimeout(SmtpNotifierBuilder.MAX_REPLY_TIMEOUT)
                        .writeTimeout(SmtpNotifierBuilder.MAX_REPLY_TIMEOUT)
                        .sendTimeout(SmtpNotifierBuilder.MAX_SEND_TIMEOUT)
                        .build())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "ann@a.example,eve@b.example", "<ann@a.example>", "ann@a.example\r\nRSET"})
    void envelopeSender_notAMailbox_namesTheSetting(String address) {
        assertRefused("envelopeSender", builder -> builder.envelopeSender(address));
    }

    @Test
    void login_unusable_namesTheSettingAndNotThePassword() {
        assertRefused("login user", builder -> builder.login("", Secret.of("x")));
        assertRefused("login user", builder -> builder.login("a\0b", Secret.of("x")));
        assertRefused("login user", builder -> builder.login("a\r\nb", Secret.of("x")));
        assertRefused("login password", builder -> builder.login("a", Secret.of("")));
        assertRefused("login password", builder -> builder.login("a", Secret.of("canary\0x")));
    }

    @Test
    void settings_setTwice_nameTheSetting() {
        assertTwice("port", builder -> builder.port(25));
        assertTwice("tls", builder -> builder.tls(TlsMode.IMPLICIT_TLS));
        assertTwice("tlsContext", builder -> builder.tlsContext(Certificates.GOOD.context()));
        assertTwice("login", builder -> builder.login("a", Secret.of("x")));
        assertTwice("envelopeSender", builder -> builder.envelopeSender("b@example.org"));
        assertTwice("helloName", builder -> builder.helloName("app"));
        assertTwice("connectTimeout", builder -> builder.connectTimeout(Duration.ofSeconds(1)));
        assertTwice("readTimeout", builder -> builder.readTimeout(Duration.ofSeconds(1)));
        assertTwice("writeTimeout", builder -> builder.writeTimeout(Duration.ofSeconds(1)));
        assertTwice("sendTimeout", builder -> builder.sendTimeout(Duration.ofSeconds(1)));
    }

    @Nested
    final class Senders {
        @ParameterizedTest
        @Tag("R-NOT-10")
        @Tag("V-INJ-5")
        @ValueSource(
                strings = {
                    "a\rb",
                    "a\nb",
                    "a\r\nBcc: eve@example.com",
                    "a\0b",
                    "tab\tb",
                    "\u0085",
                    "a\u2028b",
                    "a\u2029b",
                    "\u202eexe",
                    "\u2066x",
                    "\ufeffx",
                    "\u007f",
                    "\ud83d",
                    "\ude00x",
                    "x\ud83d"
                })
        void sender_nameWithControlOrHalfCharacter_isRefused(String name) {
            assertThatThrownBy(() -> new Sender("sspr@example.org", name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sender.name")
                    .hasMessageNotContaining("eve");
        }

        @Test
        void sender_nameTooLong_isRefused() {
            assertThat(new Sender("sspr@example.org", "x".repeat(64)).name()).hasSize(64);
            assertThatThrownBy(() -> new Sender("sspr@example.org", "x".repeat(65)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sender.name");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "sspr", "a b@example.org", "sspr@example.org\r\nBcc: x@y.example", "\"a\"@example.org"})
        void sender_addressNotAMailbox_isRefused(String address) {
            assertThatThrownBy(() -> new Sender(address, "IT"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sender.address");
        }
    }

    private static SmtpNotifierBuilder builder() {
        return SmtpNotifier.builder("mail.example.org", Letters.SENDER);
    }

    private static void assertRefused(String setting, UnaryOperator<SmtpNotifierBuilder> step) {
        assertThatThrownBy(() -> step.apply(builder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining("canary");
    }

    private static void assertTwice(String setting, UnaryOperator<SmtpNotifierBuilder> step) {
        assertThatThrownBy(() -> step.apply(step.apply(builder())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(setting + " is set twice");
    }
}
