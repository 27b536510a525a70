package dev.sspr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.LoginName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form of a login name, on machines of all kinds. */
@Tag("R-UNI-1")
@Tag("R-UNI-2")
@Tag("R-UNI-5")
class LoginCanonTest {
    private static final int STRINGS = 250_000;
    private static final long SEED = Long.getLong("sspr.canon.seed", 20260105L);

    /** Where something happens: case, width, composition, invisible marks, surrogates. */
    private static final int[][] BLOCKS = {
        {0x20, 0x7e},
        {0xa0, 0x24f},
        {0x2b0, 0x36f},
        {0x370, 0x3ff},
        {0x400, 0x52f},
        {0x13a0, 0x13ff},
        {0x1e00, 0x1fff},
        {0x200b, 0x206f},
        {0x2100, 0x214f},
        {0x3040, 0x30ff},
        {0xa640, 0xa7ff},
        {0xab30, 0xabbf},
        {0xd7b0, 0xd8ff},
        {0xfb00, 0xfb06},
        {0xff00, 0xffef},
        {0x10400, 0x1044f},
        {0x1d400, 0x1d7ff},
        {0, 0x10ffff},
    };

    private final LoginCanon canon = LoginCanon.usernameCaseMapped();
    private final Locale machine = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(machine);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            int[] block = BLOCKS[random.nextInt(BLOCKS.length)];
            text.appendCodePoint(block[0] + random.nextInt(block[1] - block[0] + 1));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(c -> safe.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return safe.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "de-DE"})
    void canonical_ofACanonicalName_isItself(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        Random random = new Random(SEED + language.hashCode());
        int named = 0;
        for (int i = 0; i < STRINGS; i++) {
            String typed = text(random);
            Optional<LoginName> once = canon.canonical(typed);
            if (once.isPresent()) {
                named++;
                if (!canon.canonical(once.get().value()).equals(once)) {
                    throw new AssertionError("not idempotent: " + escaped(typed) + ", seed " + SEED);
                }
            }
        }

        assertThat(named).as("names among the texts, seed %s", SEED).isGreaterThan(STRINGS / 20);
    }

    static Stream<String> machines() {
        return Stream.of("tr-TR", "az-AZ", "lt-LT", "de-DE");
    }

    private String of(String typed) {
        return canon.canonical(typed).map(LoginName::value).orElse("refused");
    }

    @ParameterizedTest
    @MethodSource("machines")
    @Tag("V-UNI-1")
    @Tag("V-UNI-4")
    void corpus_comesOutTheSameOnEveryMachine(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(of("TITLE")).isEqualTo("title");
        assertThat(of("MIKE")).isEqualTo("mike").isNotEqualTo(of("m\u0131ke"));
        assertThat(of("\u0131")).as("dotless i").isEqualTo("\u0131");
        assertThat(of("\u0130")).as("dotted I").isEqualTo("i\u0307").isNotEqualTo(of("i"));
        assertThat(of("\u017f")).as("long s").isNotEqualTo("s");
        assertThat(of("\u212a")).as("Kelvin sign").isEqualTo("k");
        assertThat(of("stra\u00dfe")).as("sharp s").isNotEqualTo(of("strasse"));
        assertThat(of("\ufb00")).as("ligature").isEqualTo("refused");
        assertThat(of(of("\u03a3\u03a3"))).as("final sigma").isEqualTo(of("\u03a3\u03a3"));
        assertThat(of("a\uff20b.example")).as("wide at sign").isEqualTo("a@b.example");
        assertThat(of("\uff21\uff22\uff23")).as("wide letters").isEqualTo("abc");
        assertThat(of("\u00fc")).as("accent").isNotEqualTo(of("u"));
        assertThat(of("e\u0301")).as("composed or not").isEqualTo(of("\u00e9")).isEqualTo("\u00e9");
        for (String hidden : List.of("\u200b", "\u200d", "\ufeff", "\u202e", "\u00ad", "\0", "\u2066", "\u061c")) {
            assertThat(of("al" + hidden + "ice")).isEqualTo("refused");
        }
        for (String padded : List.of(" alice", "alice ", "\u00a0alice", "alice\u3000", "\talice", "alice\n")) {
            assertThat(of(padded)).isEqualTo("refused");
        }
        assertThat(of("\ud83d\udc69\u200d\ud83d\udcbb")).isEqualTo("refused");
        assertThat(of("\ud800")).isEqualTo("refused");
        assertThat(of("\ue000")).as("private use").isEqualTo("refused");
        assertThat(of("\u0378")).as("unassigned").isEqualTo("refused");
        assertThat(of("")).isEqualTo("refused");
        assertThat(of("x".repeat(256))).hasSize(256);
        assertThat(of("x".repeat(257))).isEqualTo("refused");
        assertThat(of("\u0130".repeat(200))).as("longer once mapped").isEqualTo("refused");
        assertThat(of("ann marie")).as("a space inside").isEqualTo("ann marie");
    }
}
