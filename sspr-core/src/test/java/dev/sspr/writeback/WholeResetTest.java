package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.policy.Limits;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemorySessionRevoker;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reset over two stores, from the name to the new password and the repair. */
class WholeResetTest {
    private static final Set<StoreFault> FOUR =
            EnumSet.of(StoreFault.OK, StoreFault.REFUSES, StoreFault.DOWN, StoreFault.LOST);
    private static final Set<AuditType> OF_THE_END = EnumSet.of(
            AuditType.PASSWORD_REFUSED, AuditType.PASSWORD_SET, AuditType.SESSIONS_REVOKED, AuditType.NOTIFIED);

    /** A host over two stores, and what came of one reset. */
    private static final class Played {
        final DualWriteFixture dualWriteFixture = new DualWriteFixture();
        private final InMemoryNotifier notifier = new InMemoryNotifier();
        private final InMemoryAuditSink audit = new InMemoryAuditSink();
        private final Sspr sspr = Sspr.builder(
                        dualWriteFixture.both,
                        notifier,
                        new InMemorySessionRevoker(),
                        SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2)))
                .auditSink(audit)
                .flowStore(new InMemoryFlowStore())
                .clock(dualWriteFixture
                        .wiring(dualWriteFixture.first, dualWriteFixture.second)
                        .clock())
                .executor(Runnable::run)
                .hostSweeps()
                .build();

        StartResult start() {
            return sspr.passwordReset().start("anna", FlowContext.of(Locale.ENGLISH));
        }

        FlowHandle proven() {
            FlowHandle handle = ((StartResult.Started) start()).handle();
            dualWriteFixture.pass(Limits.standard().publicationDelay());
            MessageContent sent =
                    notifier.lastTo(DualWriteFixture.MAIL).orElseThrow().content();
            sspr.passwordReset().answer(handle, ((MessageContent.ResetCode) sent).code());
            return handle;
        }

        String complete(FlowHandle handle) {
            try {
                CompleteResult result = sspr.passwordReset().complete(handle, Secret.of(DualWriteFixture.NEW));
                return result instanceof Refused refused
                        ? refused.reason().name()
                        : result.getClass().getSimpleName();
            } catch (UnavailableException e) {
                return "unavailable";
            }
        }

        void later() {
            dualWriteFixture.pass(Repairs.LATE);
            dualWriteFixture.both.repair(10);
            sspr.sweep();
        }

        String audited() {
            return audit.events().stream()
                    .filter(event -> OF_THE_END.contains(event.type()))
                    .map(WholeResetTest::named)
                    .collect(Collectors.joining(" "));
        }

        String told() {
            return dualWriteFixture.events.stream().map(Enum::name).collect(Collectors.joining(" "));
        }
    }

    private static String named(AuditEvent event) {
        boolean partly = event.type() == AuditType.PASSWORD_SET
                && "OnPremisesSuccessCloudFailure".equals(event.attributes().get("reason"));
        return event.type() + (partly ? "(partly)" : "");
    }

    private static String row(StoreFault first, StoreFault second) {
        Played played = new Played();
        FlowHandle handle = played.proven();
        first.in(played.dualWriteFixture.first);
        second.in(played.dualWriteFixture.second);
        String once = played.complete(handle);
        String told = played.told();
        String again = played.complete(handle);
        played.later();
        String passwords = DualWriteFixture.password(played.dualWriteFixture.first) + "/"
                + DualWriteFixture.password(played.dualWriteFixture.second);
        return String.format(
                Locale.ROOT,
                "%-7s %-7s %-11s %-10s %-8s | %s | %s",
                first,
                second,
                once,
                again,
                passwords,
                told,
                played.audited());
    }

    /**
     * Columns: what the first and the second store do; the answer, and the one to a second click; what signs in at both
     * after the repair; what the listener was told before the first answer; what was audited until the end.
     */
    @Test
    @Tag("WB-13")
    @Tag("RST-22")
    @DisplayName("every combination of two stores has one answer, one line of events and one of audit")
    void reset_everyCombination_isInTheTable() {
        List<String> rows = FOUR.stream()
                .flatMap(first -> FOUR.stream().map(second -> row(first, second)))
                .toList();

        assertThat(String.join("\n", rows)).isEqualTo("""
                OK      OK      Done        NotConfirmed new/new  | STARTED DONE | SESSIONS_REVOKED PASSWORD_SET NOTIFIED
                OK      REFUSES PartlyDone  NotConfirmed new/none | STARTED PARTLY | SESSIONS_REVOKED PASSWORD_SET(partly) NOTIFIED
                OK      DOWN    PartlyDone  NotConfirmed new/none | STARTED PARTLY | SESSIONS_REVOKED PASSWORD_SET(partly) NOTIFIED
                OK      LOST    PartlyDone  NotConfirmed new/new  | STARTED PARTLY | SESSIONS_REVOKED PASSWORD_SET(partly) NOTIFIED
                REFUSES OK      Rejected    Rejected   old/old  | STARTED REFUSED | PASSWORD_REFUSED PASSWORD_REFUSED
                REFUSES REFUSES Rejected    Rejected   old/old  | STARTED REFUSED | PASSWORD_REFUSED PASSWORD_REFUSED
                REFUSES DOWN    Rejected    Rejected   old/old  | STARTED REFUSED | PASSWORD_REFUSED PASSWORD_REFUSED
                REFUSES LOST    Rejected    Rejected   old/old  | STARTED REFUSED | PASSWORD_REFUSED PASSWORD_REFUSED
                DOWN    OK      unavailable Done       new/new  | STARTED UNAVAILABLE | SESSIONS_REVOKED PASSWORD_SET NOTIFIED
                DOWN    REFUSES unavailable PartlyDone new/none | STARTED UNAVAILABLE | SESSIONS_REVOKED PASSWORD_SET(partly) NOTIFIED
                DOWN    DOWN    unavailable PartlyDone new/none | STARTED UNAVAILABLE | SESSIONS_REVOKED PASSWORD_SET(partly) NOTIFIED
                DOWN    LOST    unavailable PartlyDone new/new  | STARTED UNAVAILABLE | SESSIONS_REVOKED PASSWORD_SET(partly) NOTIFIED
                LOST    OK      unavailable NotConfirmed new/none | STARTED UNAVAILABLE | PASSWORD_SET(partly) SESSIONS_REVOKED NOTIFIED
                LOST    REFUSES unavailable NotConfirmed new/none | STARTED UNAVAILABLE | PASSWORD_SET(partly) SESSIONS_REVOKED NOTIFIED
                LOST    DOWN    unavailable NotConfirmed new/none | STARTED UNAVAILABLE | PASSWORD_SET(partly) SESSIONS_REVOKED NOTIFIED
                LOST    LOST    unavailable NotConfirmed new/none | STARTED UNAVAILABLE | PASSWORD_SET(partly) SESSIONS_REVOKED NOTIFIED""");
    }

    @Test
    @Tag("WB-02")
    void start_whileEitherStoreIsDown_isRefusedBeforeAnyProof() {
        for (boolean first : List.of(true, false)) {
            Played played = new Played();
            (first ? played.dualWriteFixture.first : played.dualWriteFixture.second)
                    .faults()
                    .fail();

            assertThat(played.start()).isEqualTo(Refused.of(Refusal.STORE_UNAVAILABLE));
            assertThat(played.notifier.messages()).isEmpty();
            assertThat(played.told()).isEqualTo("UNAVAILABLE");
        }
    }
}
