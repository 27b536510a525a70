package dev.sspr.internal.engine;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditSchema;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to the host's sink; if the sink fails, the loss is logged and the flow goes on. */
public final class Auditor {
    /** The attribute that holds the name of an event in Entra's audit log. */
    public static final String ENTRA = "entra.activity";

    private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

    private final AuditSink sink;
    private final InstantSource clock;
    private final Purpose purpose;
    private final AuditVocabulary vocabulary;

    public Auditor(AuditSink sink, InstantSource clock, Purpose purpose) {
        this(sink, clock, purpose, AuditVocabulary.DEFAULT);
    }

    public Auditor(AuditSink sink, InstantSource clock, Purpose purpose, AuditVocabulary vocabulary) {
        this.sink = sink;
        this.clock = clock;
        this.purpose = purpose;
        this.vocabulary = vocabulary;
    }

    /** Records an event of a flow, or of a flow that did not begin. */
    public void note(
            AuditType type,
            Outcome outcome,
            Optional<FlowId> flow,
            Optional<UserId> user,
            Map<String, String> attributes) {
        note(type, outcome, flow, user, Optional.empty(), attributes);
    }

    /** Records an event with the source of the call. */
    public void note(
            AuditType type,
            Outcome outcome,
            Optional<FlowId> flow,
            Optional<UserId> user,
            Optional<String> source,
            Map<String, String> attributes) {
        AuditEvent event = new AuditEvent(
                vocabulary.type(type),
                outcome,
                clock.instant(),
                purpose,
                flow,
                user,
                source,
                vocabulary.attributes(type, attributes));
        // Tests check every event here; in production a faulty event is better than none.
        assert AuditSchema.faults(event).isEmpty() : AuditSchema.faults(event);
        try {
            sink.record(event);
        } catch (RuntimeException e) {
            LOG.error("audit event {} was lost: {}", type, e.getClass().getName());
        }
    }
}
