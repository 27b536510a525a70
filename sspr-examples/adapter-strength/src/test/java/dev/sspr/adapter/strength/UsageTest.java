package dev.sspr.adapter.strength;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.Samples;
import org.junit.jupiter.api.Test;

/** The lines that the README prints. */
final class UsageTest {
    @Test
    void usage_ofTheReadme_refusesTheGuessable() {
        PasswordRule rule = StrengthRule.atLeast(3);

        assertThat(rule.check(Secret.of("Password2024!"), new Samples().account()))
                .isNotEmpty();
    }
}
