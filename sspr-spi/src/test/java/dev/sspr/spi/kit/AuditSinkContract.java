package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link AuditSink}. */
public abstract class AuditSinkContract extends Contract {
    private static final int EACH = 20;

    /** For vendors to extend. */
    protected AuditSinkContract() {}

    /**
     * The sink.
     *
     * @return the same within a test
     */
    protected abstract AuditSink sink();

    /**
     * The entries that the sink kept since the test began, each as the text that an operator's tools show: the line of
     * a file, the columns of a row.
     *
     * @return the entries in the order in which they are kept
     */
    protected abstract List<String> entries();

    private AuditEvent event(AuditType type, Outcome outcome, String source, Map<String, String> attributes) {
        return new AuditEvent(
                type,
                outcome,
                Samples.NOW,
                Purpose.RESET,
                Optional.of(new FlowId(samples.digest())),
                Optional.of(new UserId(samples.unique("user-"))),
                Optional.of(source),
                attributes);
    }

    @Test
    @DisplayName("A1: every event is kept, whole, in order")
    void a1_events_areKeptInOrder() {
        List<AuditEvent> events = new ArrayList<>();
        for (AuditType type : AuditType.values()) {
            Outcome outcome = events.size() % 2 == 0 ? Outcome.SUCCESS : Outcome.FAILURE;
            events.add(event(type, outcome, samples.unique("10.0.0."), Map.of("reason", samples.unique("because-"))));
            sink().record(events.get(events.size() - 1));
        }
        AuditEvent bare = new AuditEvent(
                AuditType.STARTED,
                Outcome.FAILURE,
                Samples.NOW,
                Purpose.CHANGE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        sink().record(bare);
        List<String> entries = entries();
        assertThat(entries).as("A1: the number of kept events").hasSize(events.size() + 1);
        for (int i = 0; i < events.size(); i++) {
            AuditEvent event = events.get(i);
            assertThat(entries.get(i))
                    .as("A1: entry %d", i)
                    .contains(event.type().name())
                    .contains(event.outcome().name())
                    .contains(event.purpose().name())
                    .contains(event.flow().orElseThrow().digest().hex())
                    .contains(event.user().orElseThrow().value())
                    .contains(event.source().orElseThrow())
                    .contains("reason")
                    .contains(event.attributes().get("reason"));
        }
    }

    @Test
    @DisplayName("A2: 64 threads record at once; none is lost, none is torn, each thread's order is kept")
    void a2_parallelEvents_areAllKept() {
        Race.run(thread -> {
            for (int i = 0; i < EACH; i++) {
                String mark = "mark-" + thread + "-" + i + "-end";
                sink().record(event(AuditType.GUESS_CHARGED, Outcome.SUCCESS, mark, Map.of("twin", mark)));
            }
            return thread;
        });
        List<String> entries = entries();
        assertThat(entries).as("A2: the number of kept events").hasSize(Race.THREADS * EACH);
        for (int thread = 0; thread < Race.THREADS; thread++) {
            String mine = "mark-" + thread + "-";
            List<String> own =
                    entries.stream().filter(entry -> entry.contains(mine)).toList();
            assertThat(own).as("A2: entries of one thread").hasSize(EACH);
            for (int i = 0; i < EACH; i++) {
                String mark = mine + i + "-end";
                assertThat(own.get(i).split(mark, -1))
                        .as("A2: both halves of %s", mark)
                        .hasSize(3);
            }
        }
    }

    @Test
    @Tag("R-LOG-2")
    @DisplayName("A3: control characters forge no second entry")
    void a3_controlCharacters_forgeNothing() {
        int count = 0;
        for (String text : Hostile.lines()) {
            sink().record(event(AuditType.STARTED, Outcome.FAILURE, text, Map.of("reason", text, "x" + text, "y")));
            count++;
            List<String> entries = entries();
            assertThat(entries).as("A3: entries after '%s'", text).hasSize(count);
            assertThat(entries.get(count - 1).codePoints().anyMatch(AuditSinkContract::endsLine))
                    .as("A3: a raw control character or line end in the entry of '%s'", text)
                    .isFalse();
        }
    }

    private static boolean endsLine(int point) {
        return Character.isISOControl(point) || point == '\u2028' || point == '\u2029';
    }

    @Test
    @DisplayName("A4: an outage throws BackendUnavailableException; afterwards it works")
    void a4_outage_isUnavailable() {
        AuditEvent event = event(AuditType.COMPLETED, Outcome.SUCCESS, "here", Map.of());
        failsWhileDown("A4", () -> sink().record(event));
        sink().record(event);
        assertThat(entries()).as("A4: entries after the outage").isNotEmpty();
    }

    @Test
    @DisplayName("A4: a hanging backend causes BackendUnavailableException within 30 seconds")
    void a4_hang_isUnavailable() {
        AuditEvent event = event(AuditType.COMPLETED, Outcome.SUCCESS, "here", Map.of());
        failsWhileHanging("A4", () -> sink().record(event));
    }

    @Test
    @DisplayName("A5: null is refused and records nothing")
    void a5_null_isRefused() {
        refusesNull("A5", () -> sink().record(null));
        assertThat(entries()).as("A5: entries afterwards").isEmpty();
    }
}
