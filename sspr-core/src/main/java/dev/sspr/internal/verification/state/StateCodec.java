package dev.sspr.internal.verification.state;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes and reads states. The first byte is the version of the form; every released form stays readable. */
public final class StateCodec implements Codec<FlowState> {
    private static final int VERSION = 1;
    /** The form with pending messages; a state without any has the form that older releases read. */
    private static final int WITH_NOTICES = 2;
    /** The form of a flow that an agent began; every other one has a form that older releases read. */
    private static final int WITH_AGENT = 3;
    /** The form with a challenge that is not published yet. */
    private static final int WITH_PUBLICATION = 4;
    /** So much space that the size of two challenges does not depend on the account (R-ENUM-2). */
    private static final int TWO_CHALLENGES = 416;
    /** How long an ended flow still answers for its status. */
    private static final Duration REMEMBERED = Duration.ofHours(1);
    /** The longest outage after which the follow-up of a write is still done. */
    private static final Duration UNFINISHED = Duration.ofDays(30);
    /** When the sweeper takes over a task of the executor. */
    private static final Duration JOB_OVERDUE = Duration.ofSeconds(15);

    @Override
    public byte[] write(FlowState state) {
        int version = version(state);
        BodyWriter out = new BodyWriter().octet(version);
        if (state instanceof Identifying it) {
            FieldCodec.ticket(out.octet('O'), it.header());
            out.text(it.login().value()).optional(it.wanted(), FieldCodec::kind).instant(it.askedAt());
            agent(out, it.begunBy());
        } else if (state instanceof AwaitingResponse it) {
            FieldCodec.ticket(out.octet('A'), it.header());
            FieldCodec.subject(out, it.subject());
            FieldCodec.proofs(out, it.proofs());
            FieldCodec.tries(out, it.attempts());
            out.optional(it.pendingChallenge(), FieldCodec::pending)
                    .optional(it.wanted(), FieldCodec::kind)
                    .instant(it.askedAt())
                    .optional(it.accepted(), BodyWriter::digest);
            it.pendingChallenge()
                    .flatMap(PendingChallenge::delivery)
                    .ifPresent(delivery -> FieldCodec.delivery(out, delivery));
            it.next().ifPresent(next -> FieldCodec.publication(out, next));
        } else if (state instanceof Waiting it) {
            FieldCodec.ticket(out.octet('W'), it.header());
            FieldCodec.subject(out, it.subject());
            out.instant(it.dueAt())
                    .text(it.told().name())
                    .octet(it.failures())
                    .instant(it.nextAt())
                    .text(it.approval().name());
            agent(out, it.begunBy());
        } else if (state instanceof ProofsComplete it) {
            FieldCodec.ticket(out.octet('P'), it.header());
            FieldCodec.subject(out, it.subject());
            FieldCodec.proofs(out, it.proofs());
            out.optional(it.accepted(), BodyWriter::digest).optional(it.doubt(), BodyWriter::instant);
        } else if (state instanceof Committing it) {
            FieldCodec.ticket(out.octet('C'), it.header());
            FieldCodec.subject(out, it.subject());
            FieldCodec.proofs(out, it.proofs());
            out.optional(it.accepted(), BodyWriter::digest)
                    .instant(it.since())
                    .optional(it.doubt(), BodyWriter::instant);
        } else if (state instanceof FinishingCommit it) {
            FieldCodec.ticket(out.octet('F'), it.header());
            FieldCodec.subject(out, it.subject());
            FieldCodec.proofs(out, it.proofs());
            FieldCodec.tasks(out.instant(it.writtenBy()), it.tasks());
            if (version == WITH_NOTICES) {
                out.optional(it.tasks().notices(), PendingNotice::write);
            }
        } else if (state instanceof Completed it) {
            FieldCodec.ticket(out.octet('S'), it.header());
            out.text(it.user().value()).text(it.why().name());
        } else if (state instanceof FlowEnded it) {
            FieldCodec.ticket(out.octet('E'), it.header());
            out.text(it.why().name());
        }
        return version == WITH_PUBLICATION ? out.padded(TWO_CHALLENGES) : out.padded();
    }

    private static void agent(BodyWriter out, Optional<UserId> begunBy) {
        begunBy.ifPresent(agent -> out.text(agent.value()));
    }

    private static Optional<UserId> agent(BodyReader in, int version) {
        return version == WITH_AGENT ? Optional.of(new UserId(in.text())) : Optional.empty();
    }

    private static int version(FlowState state) {
        if ((state instanceof Identifying identifying && identifying.begunBy().isPresent())
                || (state instanceof Waiting waiting && waiting.begunBy().isPresent())) {
            return WITH_AGENT;
        }
        if (state instanceof AwaitingResponse awaiting && awaiting.next().isPresent()) {
            return WITH_PUBLICATION;
        }
        boolean owes = (state instanceof FinishingCommit finishing && !FieldCodec.fitsFormOne(finishing))
                || (state instanceof AwaitingResponse awaiting
                        && awaiting.delivery().isPresent());
        return owes ? WITH_NOTICES : VERSION;
    }

    @Override
    public FlowState read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version < VERSION || version > WITH_PUBLICATION) {
            throw new IllegalStateException("a stored reset has form " + version + ", this release reads " + VERSION
                    + " to " + WITH_PUBLICATION);
        }
        int type = in.octet();
        FlowHeader header = FieldCodec.ticket(in);
        return switch (type) {
            case 'O' ->
                new Identifying(
                        header,
                        new LoginName(in.text()),
                        in.optional(FieldCodec::kind),
                        in.instant(),
                        agent(in, version));
            case 'A' -> awaiting(header, in, version);
            case 'W' ->
                new Waiting(
                        header,
                        FieldCodec.subject(in),
                        in.instant(),
                        Waiting.Told.valueOf(in.text()),
                        in.octet(),
                        in.instant(),
                        WaitingPeriod.Approval.valueOf(in.text()),
                        agent(in, version));
            case 'P' ->
                new ProofsComplete(
                        header,
                        FieldCodec.subject(in),
                        FieldCodec.proofs(in),
                        in.optional(BodyReader::digest),
                        in.optional(BodyReader::instant));
            case 'C' ->
                new Committing(
                        header,
                        FieldCodec.subject(in),
                        FieldCodec.proofs(in),
                        in.optional(BodyReader::digest),
                        in.instant(),
                        in.optional(BodyReader::instant));
            case 'F' -> finishing(header, in, version);
            case 'S' -> new Completed(header, new UserId(in.text()), FlowEnded.Why.valueOf(in.text()));
            case 'E' -> new FlowEnded(header, FlowEnded.Why.valueOf(in.text()));
            default -> throw new IllegalStateException("a stored reset has an unknown state " + type);
        };
    }

    private static AwaitingResponse awaiting(FlowHeader header, BodyReader in, int version) {
        AwaitingResponse it = new AwaitingResponse(
                header,
                FieldCodec.subject(in),
                FieldCodec.proofs(in),
                FieldCodec.tries(in),
                in.optional(FieldCodec::pending),
                in.optional(FieldCodec::kind),
                in.instant(),
                in.optional(BodyReader::digest));
        if (version == WITH_PUBLICATION) {
            return it.preparing(FieldCodec.publication(in));
        }
        return version == WITH_NOTICES
                ? it.pending(it.pendingChallenge().map(one -> FieldCodec.delivering(in, one)))
                : it;
    }

    private static FinishingCommit finishing(FlowHeader header, BodyReader in, int version) {
        Subject subject = FieldCodec.subject(in);
        List<Proof> proofs = FieldCodec.proofs(in);
        Instant writtenBy = in.instant();
        FinishingCommit.Tasks tasks = FieldCodec.tasks(in, writtenBy);
        return new FinishingCommit(
                header,
                subject,
                proofs,
                writtenBy,
                version == WITH_NOTICES ? tasks.noticed(in.optional(PendingNotice::read)) : tasks);
    }

    @Override
    public Optional<Instant> wakeAt(FlowState state) {
        if (state instanceof Identifying it) {
            return Optional.of(it.askedAt().plus(JOB_OVERDUE));
        }
        if (state instanceof AwaitingResponse it) {
            return it.wanted()
                    .filter(kind -> it.next().isEmpty())
                    .map(kind -> it.askedAt().plus(JOB_OVERDUE))
                    .or(() -> it.delivery().map(one -> one.wakeAt(JOB_OVERDUE)));
        }
        if (state instanceof Waiting it) {
            return Optional.of(it.nextAt());
        }
        if (state instanceof ProofsComplete it) {
            return it.doubt();
        }
        if (state instanceof Committing it) {
            return Optional.of(it.since().plus(Guards.WRITE_LEASE));
        }
        if (state instanceof FinishingCommit it) {
            return Optional.of(it.tasks().wakeAt(JOB_OVERDUE));
        }
        return Optional.empty();
    }

    @Override
    public Instant keepUntil(FlowState state) {
        boolean unfinished = state instanceof Committing
                || state instanceof FinishingCommit
                || (state instanceof ProofsComplete proofsComplete
                        && proofsComplete.doubt().isPresent());
        return state.header()
                .deadline()
                .plus(unfinished ? UNFINISHED : state instanceof Completed ? FinishingCommit.NOTICE_LIFE : REMEMBERED);
    }
}
