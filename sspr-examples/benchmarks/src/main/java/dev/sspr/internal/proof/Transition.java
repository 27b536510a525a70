package dev.sspr.internal.proof;

import dev.sspr.flow.Limits;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Backstage;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One transition of a reset: guards, a charged attempt, the deadline, the audit event. No store, no seal. */
@State(Scope.Thread)
public class Transition implements AuditSink {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final FlowId flow = new FlowId(new Digest(1, 2));
    private final Digest response = new Digest(3, 4);
    private final Rules rules = new Rules(ResetPolicy.standard(), Limits.standard());
    private final Backstage stage =
            new Backstage(new Auditor(this, InstantSource.fixed(NOW), Purpose.RESET), Runnable::run, woken -> {});
    private final ProofState asking = new Asking(
            new Ticket(new Digest(5, 6), NOW.plusSeconds(900), Locale.ENGLISH, 1, NOW.plusSeconds(60)),
            new Subject(new UserId("8f14e45f-ceea-467f-ab7a-1c0e5d4b3a29"), Generation.of(1), 1, Subject.Reality.REAL),
            List.of(),
            Tries.NONE,
            Optional.of(new Pending(
                    new Digest(7, 8),
                    MethodKind.EMAIL_CODE,
                    "mail-1",
                    new Digest(9, 10),
                    NOW,
                    NOW.plusSeconds(600),
                    Memo.EMPTY)),
            Optional.empty(),
            NOW,
            Optional.empty());
    private long events;

    @Override
    public void record(AuditEvent event) {
        events++;
    }

    /**
     * Charges one guess.
     *
     * @return the next state
     */
    @Benchmark
    public Object charge() {
        Step<ProofState, ProofState.Paid> step = asking.charge(flow, response, rules, NOW);
        for (Effect effect : step.effects()) {
            effect.run(stage, flow);
        }
        if (!(step.answer() instanceof ProofState.Paid.With) || events == 0) {
            throw new IllegalStateException("the guess was not charged, or not noted");
        }
        return step.next();
    }
}
