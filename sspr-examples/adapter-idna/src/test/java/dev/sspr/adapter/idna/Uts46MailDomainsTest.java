package dev.sspr.adapter.idna;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.MailDomains;
import dev.sspr.spi.kit.MailDomainsContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class Uts46MailDomainsTest extends MailDomainsContract {
    private final Uts46MailDomains domains = new Uts46MailDomains();

    @Override
    protected MailDomains domains() {
        return domains;
    }

    @Override
    protected String kept() {
        return "";
    }

    @Override
    protected void outage(boolean on) {
        Assumptions.assumeFalse(on, "MD7 is not shown: the mapping is on the class path");
    }

    private static List<String> vectors() throws IOException {
        try (InputStream file = Objects.requireNonNull(Uts46MailDomainsTest.class.getResourceAsStream("uts46.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    @DisplayName("F2-P2: every domain has the form, or none, that another implementation of UTS 46 gives it")
    void vector_ofAnotherImplementation_hasTheSameForm() throws IOException {
        assertThat(vectors()).hasSizeGreaterThan(200).allSatisfy(line -> {
            String[] parts = line.split(";", 2);
            Optional<String> expected = Optional.of(parts[1]).filter(ascii -> !ascii.isEmpty());
            assertThat(domains.toAscii(unescaped(parts[0]))).as(line).isEqualTo(expected);
        });
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
