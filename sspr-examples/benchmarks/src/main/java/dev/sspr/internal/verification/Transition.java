package dev.sspr.internal.verification;

import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.verification.state.AttemptCounts;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.PendingChallenge;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
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
    private final Guards guards = new Guards(ResetPolicy.standard(), Limits.standard());
    private final EffectContext context =
            new EffectContext(new Auditor(this, InstantSource.fixed(NOW), Purpose.RESET), Runnable::run);
    private final FlowState asking = new AwaitingResponse(
            new FlowHeader(new Digest(5, 6), NOW.plusSeconds(900), Locale.ENGLISH, 1, NOW.plusSeconds(60)),
            new Subject(
                    new UserId("8f14e45f-ceea-467f-ab7a-1c0e5d4b3a29"), Generation.of(1), 1, Subject.Reality.EXISTING),
            List.of(),
            AttemptCounts.NONE,
            Optional.of(new PendingChallenge(
                    new Digest(7, 8),
                    MethodKind.EMAIL_CODE,
                    "mail-1",
                    new Digest(9, 10),
                    NOW,
                    NOW.plusSeconds(600),
                    VerifierState.EMPTY)),
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
        Step<FlowState, FlowState.ChargeResult> step = asking.charge(flow, response, guards, NOW);
        for (Effect effect : step.effects()) {
            effect.run(context, flow);
        }
        if (!(step.answer() instanceof FlowState.ChargeResult.Charged) || events == 0) {
            throw new IllegalStateException("the guess was not charged, or not noted");
        }
        return step.next();
    }
}
