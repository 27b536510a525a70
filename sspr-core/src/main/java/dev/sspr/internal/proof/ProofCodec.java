package dev.sspr.internal.proof;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * States of a reset as bytes. The first byte is the version of the form: a form that was ever released stays readable,
 * and a new one gets the next number.
 */
final class ProofCodec implements Codec<ProofState> {
    private static final int VERSION = 1;
    /** How long it can be asked what became of a reset. */
    private static final Duration REMEMBERED = Duration.ofHours(1);
    /** How long a node may be down after a password may have been written, and what must follow it is still done. */
    private static final Duration UNFINISHED = Duration.ofDays(30);
    /** When the sweeper takes over a job that the executor was given. */
    private static final Duration JOB_OVERDUE = Duration.ofSeconds(15);

    @Override
    public byte[] write(ProofState state) {
        BodyWriter out = new BodyWriter().octet(VERSION);
        if (state instanceof Opened it) {
            Parts.ticket(out.octet('O'), it.ticket());
            out.text(it.login().value()).optional(it.wanted(), Parts::kind).instant(it.askedAt());
        } else if (state instanceof Asking it) {
            Parts.ticket(out.octet('A'), it.ticket());
            Parts.subject(out, it.subject());
            Parts.proofs(out, it.proofs());
            Parts.tries(out, it.tries());
            out.optional(it.pending(), Parts::pending)
                    .optional(it.wanted(), Parts::kind)
                    .instant(it.askedAt())
                    .optional(it.accepted(), BodyWriter::digest);
        } else if (state instanceof Waiting it) {
            Parts.ticket(out.octet('W'), it.ticket());
            Parts.subject(out, it.subject());
            out.instant(it.dueAt())
                    .text(it.told().name())
                    .octet(it.failures())
                    .instant(it.nextAt())
                    .text(it.approval().name());
        } else if (state instanceof Proven it) {
            Parts.ticket(out.octet('P'), it.ticket());
            Parts.subject(out, it.subject());
            Parts.proofs(out, it.proofs());
            out.optional(it.accepted(), BodyWriter::digest).optional(it.doubt(), BodyWriter::instant);
        } else if (state instanceof Committing it) {
            Parts.ticket(out.octet('C'), it.ticket());
            Parts.subject(out, it.subject());
            Parts.proofs(out, it.proofs());
            out.optional(it.accepted(), BodyWriter::digest)
                    .instant(it.since())
                    .optional(it.doubt(), BodyWriter::instant);
        } else if (state instanceof Finishing it) {
            Parts.ticket(out.octet('F'), it.ticket());
            Parts.subject(out, it.subject());
            Parts.proofs(out, it.proofs());
            Parts.tasks(out.instant(it.writtenBy()), it.tasks());
        } else if (state instanceof Settled it) {
            Parts.ticket(out.octet('S'), it.ticket());
            out.text(it.user().value()).text(it.why().name());
        } else if (state instanceof Ended it) {
            Parts.ticket(out.octet('E'), it.ticket());
            out.text(it.why().name());
        }
        return out.padded();
    }

    @Override
    public ProofState read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("a stored reset has form " + version + ", this release reads " + VERSION);
        }
        int type = in.octet();
        Ticket ticket = Parts.ticket(in);
        return switch (type) {
            case 'O' -> new Opened(ticket, new LoginName(in.text()), in.optional(Parts::kind), in.instant());
            case 'A' ->
                new Asking(
                        ticket,
                        Parts.subject(in),
                        Parts.proofs(in),
                        Parts.tries(in),
                        in.optional(Parts::pending),
                        in.optional(Parts::kind),
                        in.instant(),
                        in.optional(BodyReader::digest));
            case 'W' ->
                new Waiting(
                        ticket,
                        Parts.subject(in),
                        in.instant(),
                        Waiting.Told.valueOf(in.text()),
                        in.octet(),
                        in.instant(),
                        Wait.Approval.valueOf(in.text()));
            case 'P' ->
                new Proven(
                        ticket,
                        Parts.subject(in),
                        Parts.proofs(in),
                        in.optional(BodyReader::digest),
                        in.optional(BodyReader::instant));
            case 'C' ->
                new Committing(
                        ticket,
                        Parts.subject(in),
                        Parts.proofs(in),
                        in.optional(BodyReader::digest),
                        in.instant(),
                        in.optional(BodyReader::instant));
            case 'F' -> new Finishing(ticket, Parts.subject(in), Parts.proofs(in), in.instant(), Parts.tasks(in));
            case 'S' -> new Settled(ticket, new UserId(in.text()), Ended.Why.valueOf(in.text()));
            case 'E' -> new Ended(ticket, Ended.Why.valueOf(in.text()));
            default -> throw new IllegalStateException("a stored reset has an unknown state " + type);
        };
    }

    @Override
    public Optional<Instant> wakeAt(ProofState state) {
        if (state instanceof Opened it) {
            return Optional.of(it.askedAt().plus(JOB_OVERDUE));
        }
        if (state instanceof Asking it) {
            return it.wanted().map(kind -> it.askedAt().plus(JOB_OVERDUE));
        }
        if (state instanceof Waiting it) {
            return Optional.of(it.nextAt());
        }
        if (state instanceof Proven it) {
            return it.doubt();
        }
        if (state instanceof Committing it) {
            return Optional.of(it.since().plus(Rules.WRITE_LEASE));
        }
        if (state instanceof Finishing it) {
            Finishing.Tasks tasks = it.tasks();
            return Optional.of(tasks.failures() == 0 ? tasks.nextAt().plus(JOB_OVERDUE) : tasks.nextAt());
        }
        return Optional.empty();
    }

    @Override
    public Instant keepUntil(ProofState state) {
        boolean unfinished = state instanceof Committing
                || state instanceof Finishing
                || (state instanceof Proven proven && proven.doubt().isPresent());
        return state.ticket()
                .deadline()
                .plus(unfinished ? UNFINISHED : state instanceof Settled ? Following.NOTICE_LIFE : REMEMBERED);
    }
}
