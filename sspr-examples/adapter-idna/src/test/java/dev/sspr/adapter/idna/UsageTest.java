package dev.sspr.adapter.idna;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.MailDomains;
import org.junit.jupiter.api.Test;

/** The lines that the README prints. */
final class UsageTest {
    @Test
    void usage_ofTheReadme_mapsADomain() {
        MailDomains domains = new Uts46MailDomains();

        assertThat(domains.toAscii("bücher.example")).contains("xn--bcher-kva.example");
    }
}
