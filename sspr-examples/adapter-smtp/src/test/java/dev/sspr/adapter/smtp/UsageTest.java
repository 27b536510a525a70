package dev.sspr.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import org.junit.jupiter.api.Test;

/** The lines that the README prints. */
final class UsageTest {
    @Test
    void usage_ofTheReadme_isANotifierForMailboxes() {
        Secret password = Secret.of("secret");

        Notifier notifier = SmtpNotifier.builder("mail.example.org", new Sender("sspr@example.org", "Example IT"))
                .login("sspr", password)
                .build();

        assertThat(notifier.channels()).containsExactly(Channel.EMAIL);
    }
}
