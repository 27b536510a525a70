package dev.sspr.register;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import dev.sspr.internal.info.InfoCodec;
import dev.sspr.spi.Generation;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * States of a registration as bytes. The first byte is the version of the form: a form that was ever released stays
 * readable, and a new one gets the next number.
 */
final class RegisterCodec implements Codec<RegisterState> {
    private static final int VERSION = 1;
    /** How long a node may be down after a change may have been stored, and its owner is still told. */
    private static final Duration UNFINISHED = Duration.ofDays(30);

    @Override
    public byte[] write(RegisterState state) {
        BodyWriter out = new BodyWriter().octet(VERSION);
        if (state instanceof Managing it) {
            ticket(out.octet('M'), it.ticket());
        } else if (state instanceof Enrolling it) {
            ticket(out.octet('E'), it.ticket());
            task(out, it.task());
            out.octet(it.tries()).instant(it.nextSendAt());
        } else if (state instanceof Saving it) {
            ticket(out.octet('S'), it.ticket());
            change(out, it.change());
            out.instant(it.since());
        } else if (state instanceof Closed it) {
            ticket(out.octet('C'), it.ticket());
        } else if (state instanceof Reversible it) {
            ticket(out.octet('R'), it.ticket());
            out.digest(it.change()).optional(it.duty(), RegisterCodec::duty);
        }
        return out.padded();
    }

    @Override
    public RegisterState read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "a stored registration has form " + version + ", this release reads " + VERSION);
        }
        int type = in.octet();
        Ticket ticket = ticket(in);
        return switch (type) {
            case 'M' -> new Managing(ticket);
            case 'E' -> new Enrolling(ticket, task(in), in.octet(), in.instant());
            case 'S' -> new Saving(ticket, change(in), in.instant());
            case 'C' -> new Closed(ticket);
            case 'R' -> new Reversible(ticket, in.digest(), in.optional(RegisterCodec::duty));
            default -> throw new IllegalStateException("a stored registration has an unknown state " + type);
        };
    }

    @Override
    public Optional<Instant> wakeAt(RegisterState state) {
        if (state instanceof Reversible it) {
            return it.duty().map(Duty::nextAt);
        }
        return state instanceof Saving it ? Optional.of(it.since().plus(RegisterRules.WRITE_LEASE)) : Optional.empty();
    }

    @Override
    public Instant keepUntil(RegisterState state) {
        Instant deadline = state.ticket().deadline();
        boolean unfinished = state instanceof Saving
                || (state instanceof Reversible it && it.duty().isPresent());
        return unfinished ? deadline.plus(UNFINISHED) : deadline;
    }

    private static void ticket(BodyWriter out, Ticket ticket) {
        out.digest(ticket.handle())
                .instant(ticket.deadline())
                .text(ticket.locale().toLanguageTag())
                .text(ticket.user().value())
                .text(ticket.accountName())
                .list(ticket.shown(), (to, kind) -> to.text(kind.value()))
                .text(ticket.generation().value());
    }

    private static Ticket ticket(BodyReader in) {
        return new Ticket(
                in.digest(),
                in.instant(),
                Locale.forLanguageTag(in.text()),
                new UserId(in.text()),
                in.text(),
                Set.copyOf(in.list(from -> new MethodKind(from.text()))),
                new Generation(in.text()));
    }

    private static void task(BodyWriter out, Task task) {
        out.digest(task.id())
                .text(task.kind().value())
                .instant(task.issuedAt())
                .instant(task.expiresAt())
                .bytes(task.memo().bytes());
        out.optional(task.destination(), BodyWriter::destination)
                .optional(task.extension(), BodyWriter::text)
                .optional(task.replaces(), BodyWriter::text);
    }

    private static Task task(BodyReader in) {
        return new Task(
                in.digest(),
                new MethodKind(in.text()),
                in.instant(),
                in.instant(),
                Memo.of(in.bytes()),
                in.optional(BodyReader::destination),
                in.optional(BodyReader::text),
                in.optional(BodyReader::text));
    }

    private static void change(BodyWriter out, Change change) {
        out.digest(change.id()).text(change.kind().value());
        out.optional(change.goes(), BodyWriter::text).optional(change.comes(), InfoCodec::entry);
    }

    private static Change change(BodyReader in) {
        return new Change(
                in.digest(), new MethodKind(in.text()), in.optional(BodyReader::text), in.optional(InfoCodec::entry));
    }

    private static void duty(BodyWriter out, Duty duty) {
        out.text(duty.what().name())
                .text(duty.kind().value())
                .instant(duty.at())
                .octet(duty.failures())
                .instant(duty.nextAt());
    }

    private static Duty duty(BodyReader in) {
        return new Duty(
                SecurityInfoChanged.Change.valueOf(in.text()),
                new MethodKind(in.text()),
                in.instant(),
                in.octet(),
                in.instant());
    }
}
