package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The clauses of {@link AuditTrail}. */
public abstract class AuditTrailContract extends Contract {
    private static final int SOME = 5;

    /** For vendors to extend. */
    protected AuditTrailContract() {}

    /**
     * The sink whose events the trail reads.
     *
     * @return the same within a test
     */
    protected abstract AuditSink sink();

    /**
     * The trail.
     *
     * @return the same within a test
     */
    protected abstract AuditTrail trail();

    private AuditEvent kept(Optional<UserId> user, int millis) {
        AuditEvent event = new AuditEvent(
                millis % 3 == 0 ? AuditType.PROVEN : AuditType.PASSWORD_SET,
                millis % 2 == 0 ? Outcome.SUCCESS : Outcome.FAILURE,
                Samples.NOW.plus(Duration.ofMillis(millis)),
                Purpose.RESET,
                Optional.of(new FlowId(samples.digest())),
                user,
                Optional.of(samples.unique("10.0.0.")),
                Map.of("reason", samples.unique("because-"), "method", "email-code"));
        sink().record(event);
        return event;
    }

    private List<AuditEvent> kept(UserId user, int from, int count) {
        List<AuditEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(kept(Optional.of(user), from + i));
        }
        return events;
    }

    private static List<AuditEvent> newestFirst(List<AuditEvent> events) {
        List<AuditEvent> reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    @DisplayName("T1: an account's own events and no others")
    void t1_events_areTheAccountsOwn() {
        UserId one = new UserId(samples.unique("user-"));
        UserId alike = new UserId(one.value().replace("user", "User"));
        List<AuditEvent> own = kept(one, 0, SOME);
        kept(Optional.empty(), SOME);
        List<AuditEvent> others = kept(alike, SOME + 1, SOME);
        assertThat(trail().recent(one, AuditTrail.MOST)).as("T1: of one").containsExactlyInAnyOrderElementsOf(own);
        assertThat(trail().recent(alike, AuditTrail.MOST))
                .as("T1: of a similar id")
                .containsExactlyInAnyOrderElementsOf(others);
        assertThat(trail().recent(new UserId(samples.unique("nobody-")), 1))
                .as("T1: of an unknown account")
                .isEmpty();
    }

    @Test
    @DisplayName("T2: the newest comes first, by the order of recording")
    void t2_events_comeNewestFirst() {
        UserId user = new UserId(samples.unique("user-"));
        List<AuditEvent> events = kept(user, 100, SOME);
        events.addAll(kept(user, 0, SOME));
        assertThat(trail().recent(user, AuditTrail.MOST).stream().map(AuditEvent::at))
                .as("T2: times, the last recorded first")
                .containsExactlyElementsOf(
                        newestFirst(events).stream().map(AuditEvent::at).toList());
    }

    @Test
    @DisplayName("T3: at most the requested number, and the newest")
    void t3_number_isTheMost() {
        UserId user = new UserId(samples.unique("user-"));
        kept(user, 0, SOME);
        assertThat(trail().recent(user, SOME - 2))
                .as("T3: fewer than there are")
                .hasSize(SOME - 2);
        assertThat(trail().recent(user, 1)).as("T3: one").hasSize(1);
        for (int most : new int[] {Integer.MIN_VALUE, -1, 0, AuditTrail.MOST + 1, Integer.MAX_VALUE}) {
            assertThat(Assertions.catchThrowable(() -> trail().recent(user, most)))
                    .as("T3: %d events", most)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("T4: an event comes back whole")
    void t4_event_comesBackWhole() {
        UserId user = new UserId(samples.unique("user-"));
        AuditEvent event = kept(Optional.of(user), 7);
        assertThat(trail().recent(user, 1)).as("T4: the event").containsExactly(event);
        AuditEvent bare = new AuditEvent(
                AuditType.STARTED,
                Outcome.FAILURE,
                Samples.NOW,
                Purpose.CHANGE,
                Optional.empty(),
                Optional.of(user),
                Optional.empty(),
                Map.of());
        sink().record(bare);
        assertThat(trail().recent(user, 1))
                .as("T4: an event without optional fields")
                .containsExactly(bare);
        for (String text : Hostile.lines()) {
            AuditEvent hostile = new AuditEvent(
                    AuditType.STARTED,
                    Outcome.FAILURE,
                    Samples.NOW,
                    Purpose.CHANGE,
                    Optional.empty(),
                    Optional.of(user),
                    Optional.of(text.replace("\0", "")),
                    Map.of("reason", text.replace("\0", "")));
            sink().record(hostile);
            assertThat(trail().recent(user, 1)).as("T4: one with '%s'", text).containsExactly(hostile);
        }
    }

    @Test
    @DisplayName("T5: an outage throws BackendUnavailableException, never an empty trail")
    void t5_outage_isUnavailable() {
        UserId user = new UserId(samples.unique("user-"));
        failsWhileDown("T5", () -> trail().recent(user, 1));
    }

    @Test
    @DisplayName("T5: a hanging backend causes BackendUnavailableException within 30 seconds")
    void t5_hang_isUnavailable() {
        UserId user = new UserId(samples.unique("user-"));
        failsWhileHanging("T5", () -> trail().recent(user, 1));
    }

    @Test
    @DisplayName("T6: null is refused")
    void t6_null_isRefused() {
        refusesNull("T6", () -> trail().recent(null, 1));
    }
}
