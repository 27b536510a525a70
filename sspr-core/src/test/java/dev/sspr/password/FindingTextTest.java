package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Finding;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ready words for every reason. */
class FindingTextTest {
    @ParameterizedTest
    @EnumSource(PasswordReason.class)
    void reason_hasWordsInBothLanguages(PasswordReason reason) {
        Finding finding = reason.finding(15, 7);
        Requirement requirement = new Requirement(finding, Requirement.State.MISSING);

        assertThat(PasswordReason.of(finding)).contains(reason);
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("nl-BE")}) {
            assertThat(FindingText.of(finding, locale))
                    .isNotEqualTo(reason.code())
                    .endsWith(".")
                    .doesNotContain("{", "}");
            assertThat(FindingText.requirement(requirement, locale))
                    .isNotEqualTo(reason.code())
                    .doesNotEndWith(".")
                    .doesNotContain("{", "}");
        }
        assertThat(FindingText.of(finding, Locale.ENGLISH))
                .isNotEqualTo(FindingText.of(finding, Locale.forLanguageTag("nl")));
        if (!finding.parameters().isEmpty()) {
            assertThat(FindingText.of(finding, Locale.ENGLISH)).contains("15");
        }
    }

    @Test
    void language_withoutWords_getsEnglish() {
        Finding finding = PasswordReason.COMMON.finding(0, 0);

        assertThat(FindingText.of(finding, Locale.forLanguageTag("tr-TR")))
                .isEqualTo(FindingText.of(finding, Locale.ROOT))
                .isEqualTo(FindingText.of(finding, Locale.ENGLISH));
    }

    @Test
    void finding_ofTheHost_keepsItsCode() {
        assertThat(FindingText.of(Finding.of("example.no"), Locale.ENGLISH)).isEqualTo("example.no");
    }
}
