package dev.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.kit.Hostile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines, read back by a parser that is not ours. */
class JsonTest {
    private static final JsonMapper PARSER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static JsonNode parsed(String line) {
        try {
            return PARSER.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    @Test
    void lines_areTheGoldenOnes() {
        String lines = Json.line(Events.plain())
                + Json.line(Events.bare())
                + Json.line(Events.with(
                        "a\r\nb\"c\\d\u202ee\ud83d f\u2028g\u00e9\ud83d\ude00\udb40\udc01\u007f\ufeff",
                        Map.of("reason", "tab\t", "entra.activity", "x", "method", "push")));

        assertThat(lines).isEqualTo("""
                        {"schema":1,"at":"2026-05-04T12:00:00.123Z","type":"PROVEN","outcome":"SUCCESS","purpose":"RESET",\
                        "flow":"0000000000000001ffffffffffffffff","user":"u-1","source":"198.51.100.7",\
                        "attributes":{"method":"email-code"}}
                        {"schema":1,"at":"2026-05-04T12:00:00.123Z","type":"START_REFUSED","outcome":"FAILURE",\
                        "purpose":"UNLOCK","attributes":{}}
                        {"schema":1,"at":"2026-05-04T12:00:00.123Z","type":"PROVEN","outcome":"SUCCESS","purpose":"RESET",\
                        "flow":"0000000000000001ffffffffffffffff","user":"u-1",\
                        "source":"a\\u000d\\u000ab\\"c\\\\d\\u202ee\\ufffd f\\u2028g\u00e9\ud83d\ude00\\udb40\\udc01\\u007f\\ufeff",\
                        "attributes":{"entra.activity":"x","method":"push","reason":"tab\\u0009"}}
                        """);
    }

    @Test
    @Tag("R-LOG-2")
    void hostileTexts_comeBackAsTheyWere() {
        for (String text : Hostile.lines()) {
            JsonNode read = parsed(Json.line(Events.with(text, Map.of("reason", text, "x" + text, "y"))));

            assertThat(read.get("source").textValue()).isEqualTo(text);
            assertThat(read.get("attributes").get("reason").textValue()).isEqualTo(text);
            assertThat(read.get("attributes").get("x" + text).textValue()).isEqualTo("y");
        }
    }

    @Test
    @Tag("R-LOG-2")
    void randomTexts_comeBackAsTheyWere_onOneLine() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 5_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x250));
            }
            String line = Json.line(Events.with(text.toString(), Map.of()));

            assertThat(line.strip().lines()).as("seed %d", seed).hasSize(1);
            assertThat(parsed(line).get("source").textValue())
                    .as("seed %d", seed)
                    .isEqualTo(
                            new String(text.toString().getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE));
        }
    }

    @Test
    void channel_takesLines() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonLinesAuditSink sink = JsonLinesAuditSink.writingTo(Channels.newChannel(bytes))) {
            sink.record(Events.plain());
            sink.record(Events.bare());
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(Json.line(Events.plain()) + Json.line(Events.bare()));
    }

    @Test
    void lineThatBrokeOff_isEndedBeforeTheNext() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Breaking stream = new Breaking(bytes);
        try (JsonLinesAuditSink sink = JsonLinesAuditSink.writingTo(stream)) {
            assertThatThrownBy(() -> sink.record(Events.plain())).isInstanceOf(BackendUnavailableException.class);
            sink.record(Events.bare());
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .isEqualTo(Json.line(Events.bare()).strip());
    }

    /** Fails in the middle of the first line. */
    private static final class Breaking extends OutputStream {
        private final OutputStream to;
        private boolean broke;

        Breaking(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!broke) {
                broke = true;
                to.write(bytes, from, length / 2);
                throw new IOException("no space left on device");
            }
            to.write(bytes, from, length);
        }
    }
}
