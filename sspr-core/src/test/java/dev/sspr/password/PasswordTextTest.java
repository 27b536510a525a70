package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a typed password becomes, and what can never be one. */
@EveryLocale
class PasswordTextTest {
    private static String prepared(String typed) {
        PasswordText.Prepared prepared = PasswordText.prepare(Secret.of(typed));
        return prepared instanceof PasswordText.Prepared.Ready ready
                ? ready.secret().exposeTo(String::new)
                : ((PasswordText.Prepared.Refused) prepared).findings().get(0).code();
    }

    @Nested
    @Tag("R-PWD-7")
    class Taken {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    " both ends ",
                    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
                    "\u0131stanbul \u0130zmir",
                    "\u017f\u00df\u03c2 stra\u00dfe",
                    "\ufb00 \uff20 \u010d\u010a\u760d\u760a",
                    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
                    "\u0928\u092e\u0938\u094d\u0924\u0947 \u0915\u094d\u200d\u0937",
                    "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                    "\ud83d\udc69\u200d\ud83d\udcbb \ud83c\udff3\ufe0f\u200d\ud83c\udf08 \u2764\ufe0f\u200d\ud83d\udd25 1\ufe0f\u20e3 \u2139\ufe0f",
                    "a\u00b7b \u0640 \u30fb",
                })
        void password_thatCanBeSeen_staysAsItIs(String text) {
            assertThat(prepared(text)).isEqualTo(text);
        }

        @Test
        void pictures_ofUnicode14To16_areTakenOnEveryJdk() {
            String newer = "\ud83e\udee0\ud83e\ude77\ud83e\udee9";

            assertThat(prepared(newer)).isEqualTo(newer);
        }
    }

    @Nested
    @Tag("R-PWD-8")
    class Mapped {
        @Test
        void composedAndDecomposed_areOnePassword() {
            assertThat(prepared("cafe\u0301")).isEqualTo("caf\u00e9").isEqualTo(prepared("caf\u00e9"));
            assertThat(prepared("\u1112\u1161\u11ab")).isEqualTo("\ud55c");
            assertThat(prepared("\u212a")).isEqualTo("K");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\u00a0", "\u1680", "\u2000", "\u2003", "\u2009", "\u200a", "\u202f", "\u205f", "\u3000"})
        void space_ofAnyWidth_becomesTheAsciiOne(String space) {
            assertThat(prepared(space + "a" + space + "b" + space)).isEqualTo(" a b ");
        }

        @Test
        void width_caseAndCompatibility_stay() {
            assertThat(prepared("\uff21\ufb00\u2460\u00b2")).isEqualTo("\uff21\ufb00\u2460\u00b2");
        }
    }

    @Nested
    @Tag("R-PWD-7")
    class Refused {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a\u0000b",
                    "\t",
                    "a\r\nb",
                    "\u007f",
                    "\u0085",
                    "\u2028",
                    "\u200b",
                    "\ufeff",
                    "\u202ea",
                    "a\u00adb",
                    "a\u200db",
                    "\u200d",
                    "a\ufe0fb",
                    "\u2064",
                    "\u034f",
                    "\u115f",
                    "\u3164",
                    "\ue000",
                    "\ufdd0",
                    "\uffff",
                    "\u0378",
                    "\ud800",
                    "a\udc00",
                    "\ud83d\ud83d",
                    "\u1100",
                    "\udb40\udc41",
                    "\u1c89",
                })
        void character_thatCannotBeSeenOrIsNone_isRefused(String text) {
            assertThat(prepared(text)).isEqualTo("password.forbidden-character");
        }

        @Test
        void nothing_isRefused() {
            assertThat(prepared("")).isEqualTo("password.empty");
        }

        @Test
        @Tag("V-HASH-4")
        @Tag("R-PWD-2")
        @Tag("V-HASH-7")
        @DisplayName("10 MB are refused before any work: the characters are not even looked at")
        void tenMegabytes_areRefusedUnseen() {
            Secret huge = Secret.of(new char[10_000_000]);
            huge.wipe();

            assertThat(PasswordText.prepare(huge))
                    .isEqualTo(new PasswordText.Prepared.Refused(
                            List.of(PasswordReason.TOO_LONG.finding(PasswordPolicy.MAX_BYTES, 0))));
        }
    }

    /** Whatever the JDK's Unicode: these sums were taken on JDK 17, and hold on 25. */
    @Nested
    class OnEveryJdk {
        private static String sum(StringBuilder text) throws NoSuchAlgorithmException {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest, 0, 8);
        }

        @Test
        void everyCodePoint_becomesTheSame() throws NoSuchAlgorithmException {
            StringBuilder all = new StringBuilder();
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                all.append(prepared("a" + Character.toString(point) + "\u0301"));
            }

            assertThat(sum(all)).isEqualTo("76c1ed04d3cc83c7");
        }

        @Test
        void everyCodePoint_foldsToTheSame() throws NoSuchAlgorithmException {
            StringBuilder all = new StringBuilder();
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                if (Characters.classOf(point) != Characters.REFUSED) {
                    all.appendCodePoint(CaseFolding.plain(point)).append(Characters.classOf(point));
                }
            }

            assertThat(sum(all)).isEqualTo("7ab469ab316de73c");
        }

        @Test
        void everyCodePointTaken_isAssignedHereOrInert() {
            Set<Integer> parts = CharactersFile.partsOfCompositions();
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                if (Characters.classOf(point) != Characters.REFUSED) {
                    boolean here = Character.getType(point) != Character.UNASSIGNED;
                    String text = Character.toString(point);
                    assertThat(here || CharactersFile.inert(point, parts))
                            .as("U+%04X", point)
                            .isTrue();
                    assertThat(here || Normalizer.isNormalized(text, Normalizer.Form.NFC))
                            .as("U+%04X", point)
                            .isTrue();
                }
            }
        }

        @Test
        void table_onJdk17_isUnicode13AndMore() {
            if (Runtime.version().feature() != 17) {
                return;
            }
            char[] assigned = CharactersFile.assigned();
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                if (assigned[point] != Characters.REFUSED) {
                    assertThat(Characters.classOf(point)).as("U+%04X", point).isEqualTo(assigned[point]);
                }
            }
        }
    }

    @Test
    @Tag("R-UNI-2")
    void answers_underEveryLocale_areTheSame() {
        assertThat(prepared("TITLE \u0130\u0131 \u00cc")).isEqualTo("TITLE \u0130\u0131 \u00cc");
        List<Finding> findings = new PasswordRules(PasswordPolicy.nist())
                .check(Secret.of("LIVERPOOL1"), PasswordContext.first(List.of("liverpool")));
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly("password.too-short", "password.common", "password.context-word");
        assertThat(Evaluations.of(Evaluations.D, List.of("TITLE", "INFO"), List.of(), "title\u0131nfo!")
                        .points())
                .isEqualTo(3);
    }
}
