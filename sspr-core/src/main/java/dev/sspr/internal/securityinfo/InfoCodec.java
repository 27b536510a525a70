package dev.sspr.internal.securityinfo;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Credential;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Encodes security info as bytes. The first byte is the version of the form. A released form stays readable. */
public final class InfoCodec {
    private static final int FORM = 1;
    /** The form of what form 1 cannot say; other security info keeps the form that older releases read. */
    private static final int FORM_TWO = 2;
    /** The form with the hold after a reset. */
    private static final int WITH_HOLD = 3;

    private InfoCodec() {}

    /** Returns the bytes to seal. */
    public static byte[] write(SecurityInfo info) {
        int form = info.record().hold().isPresent() ? WITH_HOLD : fitsFormOne(info) ? FORM : FORM_TWO;
        BiConsumer<BodyWriter, RegisteredMethod> entry = form == FORM ? InfoCodec::entry : InfoCodec::demanding;
        BodyWriter out = new BodyWriter().octet(form);
        out.list(info.methods(), entry).optional(info.first(), BodyWriter::text);
        RegistrationRecord record = info.record();
        out.optional(record.reviewedAt(), BodyWriter::instant)
                .octet(record.snoozes())
                .optional(record.snoozedUntil(), BodyWriter::instant)
                .optional(record.required(), BodyWriter::instant);
        // last, because a body without them has its padding here: that reads as "absent", so they need no new form
        out.list(info.revertible(), form == FORM ? InfoCodec::undoable : InfoCodec::undoableWithProof)
                .optional(record.off(), BodyWriter::instant)
                .optional(record.ended(), BodyWriter::instant);
        if (form != FORM) {
            out.optional(record.frozen(), BodyWriter::instant);
        }
        if (form == WITH_HOLD) {
            hold(out, record.hold().orElseThrow());
        }
        return out.padded();
    }

    private static boolean fitsFormOne(SecurityInfo info) {
        Stream<RegisteredMethod> all = Stream.concat(
                info.methods().stream(), info.revertible().stream().flatMap(one -> one.before().stream()));
        return all.noneMatch(one -> one.state() == RegisteredMethod.State.CLONED
                        || !one.demandsFrom().equals(one.countsFrom()))
                && info.revertible().stream().noneMatch(RevertibleChange::stronger)
                && info.record().frozen().isEmpty();
    }

    /** Reads opened bytes. */
    public static SecurityInfo read(UserId user, long version, byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int form = in.octet();
        if (form < FORM || form > WITH_HOLD) {
            throw new IllegalStateException(
                    "security info has form " + form + ", this release reads " + FORM + " to " + WITH_HOLD);
        }
        Function<BodyReader, RegisteredMethod> entry = form == FORM ? InfoCodec::entry : InfoCodec::demanding;
        SecurityInfo read = new SecurityInfo(
                user,
                version,
                in.list(entry),
                in.optional(BodyReader::text),
                new RegistrationRecord(
                        in.optional(BodyReader::instant),
                        in.octet(),
                        in.optional(BodyReader::instant),
                        in.optional(BodyReader::instant),
                        Optional.empty(),
                        Optional.empty()),
                in.list(from -> undoable(from, form)));
        return read.record(read.record()
                .ending(
                        in.optional(BodyReader::instant),
                        in.optional(BodyReader::instant),
                        form == FORM ? Optional.empty() : in.optional(BodyReader::instant))
                .held(form == WITH_HOLD ? Optional.of(hold(in)) : Optional.empty()));
    }

    private static void hold(BodyWriter out, ResetHold hold) {
        out.instant(hold.at())
                .instant(hold.until())
                .instant(hold.lately())
                .instant(hold.signInsFrom())
                .optional(hold.recovered(), BodyWriter::instant);
    }

    private static ResetHold hold(BodyReader in) {
        return new ResetHold(in.instant(), in.instant(), in.instant(), in.instant(), in.optional(BodyReader::instant));
    }

    /**
     * Writes one method, demanded from when it counts. Flows also store the method that they are about to add; from when
     * it demands is decided when it is stored.
     */
    public static void entry(BodyWriter out, RegisteredMethod method) {
        out.text(method.id()).text(method.kind().value()).text(method.name());
        out.text(method.state().name())
                .instant(method.addedAt())
                .instant(method.countsFrom())
                .optional(method.expiresAt(), BodyWriter::instant);
        out.optional(method.destination(), BodyWriter::destination)
                .optional(method.extension(), BodyWriter::text)
                .optional(
                        method.credential(),
                        (to, credential) -> to.text(credential.id()).bytes(credential.data()))
                .optional(method.claim(), BodyWriter::digest);
    }

    /** Reads one method. */
    public static RegisteredMethod entry(BodyReader in) {
        return new RegisteredMethod(
                in.text(),
                new MethodKind(in.text()),
                in.text(),
                RegisteredMethod.State.valueOf(in.text()),
                in.instant(),
                in.instant(),
                in.optional(BodyReader::instant),
                in.optional(BodyReader::destination),
                in.optional(BodyReader::text),
                in.optional(from -> Credential.of(from.text(), from.bytes())),
                in.optional(BodyReader::digest));
    }

    private static void demanding(BodyWriter out, RegisteredMethod method) {
        entry(out, method);
        out.instant(method.demandsFrom());
    }

    private static RegisteredMethod demanding(BodyReader in) {
        return entry(in).demandingFrom(in.instant());
    }

    private static void undoable(BodyWriter out, RevertibleChange change) {
        undoable(out, change, InfoCodec::entry);
    }

    private static void undoableWithProof(BodyWriter out, RevertibleChange change) {
        undoable(out, change, InfoCodec::demanding);
        out.octet(change.stronger() ? 1 : 0);
    }

    private static void undoable(
            BodyWriter out, RevertibleChange change, BiConsumer<BodyWriter, RegisteredMethod> entry) {
        out.digest(change.change()).instant(change.until());
        out.optional(change.before(), entry).optional(change.after(), BodyWriter::text);
    }

    private static RevertibleChange undoable(BodyReader in, int form) {
        return new RevertibleChange(
                in.digest(),
                in.instant(),
                in.optional(form == FORM ? InfoCodec::entry : InfoCodec::demanding),
                in.optional(BodyReader::text),
                form != FORM && in.octet() == 1);
    }
}
