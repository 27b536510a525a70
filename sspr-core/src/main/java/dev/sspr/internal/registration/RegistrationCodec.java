package dev.sspr.internal.registration;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Encodes states of a registration as bytes. The first byte is the version of the form. Released forms stay readable; a
 * new form gets the next number.
 */
final class RegistrationCodec implements Codec<RegistrationPhase> {
    private static final int VERSION = 1;
    /** The form with pending notices. A state without one keeps the form that older releases read. */
    private static final int WITH_NOTICES = 2;
    /** The form with what only an undo leaves: sessions that may not have ended, the notice of a freeze. */
    private static final int AFTER_UNDO = 3;
    /** The form of a registration whose sign-in outranks the hold after a reset. */
    private static final int OUTRANKING_HOLD = 4;
    /** The maximum outage of a node after a change was stored, within which the owner is still notified. */
    private static final Duration UNFINISHED = Duration.ofDays(30);

    @Override
    public byte[] write(RegistrationPhase state) {
        int version = version(state);
        BodyWriter out = new BodyWriter().octet(version);
        if (state instanceof Idle it) {
            ticket(out.octet('M'), it.header());
        } else if (state instanceof Enrolling it) {
            ticket(out.octet('E'), it.header());
            task(out, it.inProgress());
            out.octet(it.tries()).instant(it.nextSendAt());
        } else if (state instanceof Saving it) {
            ticket(out.octet('S'), it.header());
            change(out, it.methodChange());
            out.instant(it.since());
        } else if (state instanceof Closed it) {
            ticket(out.octet('C'), it.header());
        } else if (state instanceof RevertWindow it) {
            ticket(out.octet('R'), it.header());
            out.digest(it.change())
                    .optional(
                            it.pending(),
                            version == VERSION ? RegistrationCodec::duty : RegistrationCodec::dutyWithNotices);
            if (version >= AFTER_UNDO) {
                out.optional(it.sessions(), PendingNotice::write);
            }
        }
        return out.padded();
    }

    private static int version(RegistrationPhase state) {
        if (state.header().outranksHold()) {
            return OUTRANKING_HOLD;
        }
        if (state instanceof RevertWindow it
                && (it.sessions().isPresent() || it.pending().stream().anyMatch(PendingChangeNotice::isOfAFreeze))) {
            return AFTER_UNDO;
        }
        boolean first =
                !(state instanceof RevertWindow it) || it.pending().stream().allMatch(PendingChangeNotice::fitsFormOne);
        return first ? VERSION : WITH_NOTICES;
    }

    @Override
    public RegistrationPhase read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version < VERSION || version > OUTRANKING_HOLD) {
            throw new IllegalStateException("a stored registration has form " + version + ", this release reads "
                    + VERSION + " to " + OUTRANKING_HOLD);
        }
        int type = in.octet();
        RegistrationHeader header = ticket(in).outrankingHold(version == OUTRANKING_HOLD);
        return switch (type) {
            case 'M' -> new Idle(header);
            case 'E' -> new Enrolling(header, task(in), in.octet(), in.instant());
            case 'S' -> new Saving(header, change(in), in.instant());
            case 'C' -> new Closed(header);
            case 'R' ->
                new RevertWindow(
                        header,
                        in.digest(),
                        in.optional(from -> duty(from, version)),
                        version >= AFTER_UNDO ? in.optional(PendingNotice::read) : Optional.empty());
            default -> throw new IllegalStateException("a stored registration has an unknown state " + type);
        };
    }

    @Override
    public Optional<Instant> wakeAt(RegistrationPhase state) {
        if (state instanceof RevertWindow it) {
            return Stream.concat(it.pending().map(PendingChangeNotice::delivery).stream(), it.sessions().stream())
                    .map(PendingNotice::nextAttemptAt)
                    .min(Comparator.naturalOrder());
        }
        return state instanceof Saving it
                ? Optional.of(it.since().plus(RegistrationGuards.WRITE_LEASE))
                : Optional.empty();
    }

    @Override
    public Instant keepUntil(RegistrationPhase state) {
        Instant deadline = state.header().deadline();
        boolean unfinished = state instanceof Saving
                || (state instanceof RevertWindow it
                        && (it.pending().isPresent() || it.sessions().isPresent()));
        return unfinished ? deadline.plus(UNFINISHED) : deadline;
    }

    private static void ticket(BodyWriter out, RegistrationHeader header) {
        out.digest(header.handle())
                .instant(header.deadline())
                .text(header.locale().toLanguageTag())
                .text(header.user().value())
                .text(header.accountName())
                .list(header.shown(), (to, kind) -> to.text(kind.value()))
                .text(header.generation().value());
    }

    private static RegistrationHeader ticket(BodyReader in) {
        return new RegistrationHeader(
                in.digest(),
                in.instant(),
                Locale.forLanguageTag(in.text()),
                new UserId(in.text()),
                in.text(),
                Set.copyOf(in.list(from -> new MethodKind(from.text()))),
                new Generation(in.text()));
    }

    private static void task(BodyWriter out, EnrolmentInProgress inProgress) {
        out.digest(inProgress.id())
                .text(inProgress.kind().value())
                .instant(inProgress.issuedAt())
                .instant(inProgress.expiresAt())
                .bytes(inProgress.verifierState().bytes());
        out.optional(inProgress.destination(), BodyWriter::destination)
                .optional(inProgress.extension(), BodyWriter::text)
                .optional(inProgress.replaces(), BodyWriter::text);
    }

    private static EnrolmentInProgress task(BodyReader in) {
        return new EnrolmentInProgress(
                in.digest(),
                new MethodKind(in.text()),
                in.instant(),
                in.instant(),
                VerifierState.of(in.bytes()),
                in.optional(BodyReader::destination),
                in.optional(BodyReader::text),
                in.optional(BodyReader::text));
    }

    private static void change(BodyWriter out, MethodChange methodChange) {
        out.digest(methodChange.id()).text(methodChange.kind().value());
        out.optional(methodChange.goes(), BodyWriter::text).optional(methodChange.comes(), InfoCodec::entry);
    }

    private static MethodChange change(BodyReader in) {
        return new MethodChange(
                in.digest(), new MethodKind(in.text()), in.optional(BodyReader::text), in.optional(InfoCodec::entry));
    }

    private static void duty(BodyWriter out, PendingChangeNotice pending) {
        out.text(pending.what().name())
                .text(pending.kind().value())
                .instant(pending.at())
                .octet(pending.delivery().attempts())
                .instant(pending.delivery().nextAttemptAt());
    }

    private static void dutyWithNotices(BodyWriter out, PendingChangeNotice pending) {
        duty(out, pending);
        out.optional(pending.flow(), (to, flow) -> to.digest(flow.digest()))
                .list(pending.delivery().settled(), BodyWriter::digest);
    }

    private static PendingChangeNotice duty(BodyReader in, int version) {
        SecurityInfoChanged.Change what = SecurityInfoChanged.Change.valueOf(in.text());
        MethodKind kind = new MethodKind(in.text());
        Instant at = in.instant();
        int attempts = in.octet();
        Instant nextAttemptAt = in.instant();
        Optional<FlowId> flow = version == VERSION ? Optional.empty() : in.optional(from -> new FlowId(from.digest()));
        Set<Digest> settled = version == VERSION ? Set.of() : Set.copyOf(in.list(BodyReader::digest));
        return new PendingChangeNotice(
                what,
                kind,
                at,
                flow,
                new PendingNotice(attempts, nextAttemptAt, at.plus(PendingChangeNotice.LIFE), settled));
    }
}
