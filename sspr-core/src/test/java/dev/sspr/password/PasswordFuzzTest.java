package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.CompositionRules;
import dev.sspr.policy.WordRules;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random inputs of every kind, seeded: {@code -Dsspr.seed=} repeats a run, {@code -Dsspr.fuzz=10000000} is the long one.
 * What takes more work than length allows shows as a test that does not end; time itself is not asserted here but
 * printed, for a busy machine would decide it.
 */
@Tag("R-PWD-7")
class PasswordFuzzTest {
    private static final long SEED = Long.getLong("sspr.seed", 20260706L);
    private static final int INPUTS = Integer.getInteger("sspr.fuzz", 100_000);
    private static final int WARM = 20_000;
    private static final String[] PIECES = {
        "password", "P@ssw0rd", "contoso", "contos", "qwerty", "1234", "aaaa", "summer", "e\u0301",
                "\u1112\u1161\u11ab",
        "\u200d", "\ufe0f", "\ud83d\udc69", "\ud83e\udee0", "\u0301\u0323", "\u0130\u0131", "\u00df", "\ufb00",
                "\uff21", " ",
        "\u00a0", "ada", "byron", "\ud800", "\u0000", "abcdefgh", "zxcvbnm", "\u4e00", "\u05d0",
    };

    private final Random random = new Random(SEED);
    private final PasswordContext about = PasswordContext.first(List.of("Ada Byron", "ada.byron@example.org"));
    private final BannedTerms terms =
            BannedTerms.custom(List.of("contoso", "blank", "widget", "abcd", "\u00e9t\u00e9s"));
    private final List<PasswordRules> rules = List.of(
            new PasswordRules(PasswordPolicy.standard()).with(terms),
            new PasswordRules(PasswordPolicy.entra()).with(terms),
            new PasswordRules(PasswordPolicy.nist()
                            .composition(new CompositionRules(CompositionRules.Alphabet.UNICODE, 3, 3, 2))
                            .words(new WordRules(
                                    WordRules.Names.CONTAINED,
                                    3,
                                    WordRules.Terms.CONTAINED,
                                    WordRules.LeftOver.UNIQUE)))
                    .with(terms));

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String input() {
        StringBuilder text = new StringBuilder();
        int kind = random.nextInt(4);
        int parts = random.nextInt(kind == 0 ? 200 : 12);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(kind == 3 ? 4 : 3)) {
                case 0 -> text.append(PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.append((char) (' ' + random.nextInt(95)));
                case 2 -> text.append((char) ('a' + random.nextInt(4)));
                default -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }

    private List<String> answers(String typed) {
        PasswordText.Prepared prepared = PasswordText.prepare(Secret.of(typed));
        if (prepared instanceof PasswordText.Prepared.Refused refused) {
            return List.of(refused.findings().get(0).code());
        }
        Secret password = ((PasswordText.Prepared.Ready) prepared).secret();
        return rules.stream()
                .flatMap(each -> each.check(password, about).stream())
                .map(Finding::toString)
                .toList();
    }

    @Test
    void input_ofAnyKind_isAnsweredAndAlikeInEveryForm() {
        System.out.println("-Dsspr.seed=" + SEED + ", " + INPUTS + " inputs");
        long slowest = 0;
        for (int i = 0; i < INPUTS; i++) {
            String typed = input();
            long before = cpu();
            List<String> answers = answers(typed);
            long took = cpu() - before;
            slowest = i > WARM && took > slowest ? Math.max(slowest, least(typed, took)) : slowest;
            boolean paired = typed.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
            if (paired && typed.length() <= 120 && hasMarks(typed)) {
                String apart = Normalizer.normalize(typed, Normalizer.Form.NFD);
                String together = Normalizer.normalize(typed, Normalizer.Form.NFC);
                assertThat(answers(apart)).as("decomposed %s", escaped(typed)).isEqualTo(answers);
                assertThat(answers(together)).as("composed %s", escaped(typed)).isEqualTo(answers);
            }
        }
        System.out.println("slowest of them all: " + slowest / 1000 + " us CPU for three policies");
    }

    /** What an input takes of a processor when nobody disturbs: compiler and collector have other things to do too. */
    private long least(String typed, long took) {
        long least = took;
        for (int i = 0; i < 20; i++) {
            long before = cpu();
            assertThat(answers(typed)).isNotNull();
            least = Math.min(least, cpu() - before);
        }
        return least;
    }

    private static boolean hasMarks(String text) {
        return text.chars().anyMatch(c -> c > 0x7f);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> escaped.append(String.format("\\u{%x}", point)));
        return escaped.toString();
    }

    @Test
    void length_upToTheCap_costsNoMoreThanItsShare() {
        PasswordRules entra = rules.get(1);
        for (String piece : PIECES) {
            String longest = piece.repeat(512 / piece.length());
            if (PasswordText.prepare(Secret.of(longest)) instanceof PasswordText.Prepared.Ready ready) {
                assertThat(entra.check(ready.secret(), about)).isNotNull();
                assertThat(entra.live(ready.secret(), about)).isNotEmpty();
            }
        }
    }
}
