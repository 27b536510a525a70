package dev.sspr.internal.info;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Credential;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.Optional;

/** Security info as bytes. The first byte is the version of the form; a form that was released stays readable. */
public final class InfoCodec {
    private static final int FORM = 1;

    private InfoCodec() {}

    /** The bytes to seal. */
    public static byte[] write(SecurityInfo info) {
        BodyWriter out = new BodyWriter().octet(FORM);
        out.list(info.entries(), InfoCodec::entry).optional(info.first(), BodyWriter::text);
        Standing standing = info.standing();
        out.optional(standing.reviewedAt(), BodyWriter::instant)
                .octet(standing.skips())
                .optional(standing.snoozedUntil(), BodyWriter::instant)
                .optional(standing.required(), BodyWriter::instant);
        // last, where a body without them has its padding: read as "not there", they need no new form
        out.list(info.undoable(), InfoCodec::undoable)
                .optional(standing.off(), BodyWriter::instant)
                .optional(standing.ended(), BodyWriter::instant);
        return out.padded();
    }

    /** What was sealed. */
    public static SecurityInfo read(UserId user, long version, byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int form = in.octet();
        if (form != FORM) {
            throw new IllegalStateException("security info has form " + form + ", this release reads " + FORM);
        }
        SecurityInfo read = new SecurityInfo(
                user,
                version,
                in.list(InfoCodec::entry),
                in.optional(BodyReader::text),
                new Standing(
                        in.optional(BodyReader::instant),
                        in.octet(),
                        in.optional(BodyReader::instant),
                        in.optional(BodyReader::instant),
                        Optional.empty(),
                        Optional.empty()),
                in.list(InfoCodec::undoable));
        return read.standing(
                read.standing().ending(in.optional(BodyReader::instant), in.optional(BodyReader::instant)));
    }

    /** One method as bytes: flows keep what they are about to add. */
    public static void entry(BodyWriter out, Entry entry) {
        out.text(entry.id()).text(entry.kind().value()).text(entry.name());
        out.text(entry.state().name())
                .instant(entry.addedAt())
                .instant(entry.countsFrom())
                .optional(entry.expiresAt(), BodyWriter::instant);
        out.optional(entry.destination(), BodyWriter::destination)
                .optional(entry.extension(), BodyWriter::text)
                .optional(
                        entry.credential(),
                        (to, credential) -> to.text(credential.id()).bytes(credential.data()))
                .optional(entry.claim(), BodyWriter::digest);
    }

    /** One method. */
    public static Entry entry(BodyReader in) {
        return new Entry(
                in.text(),
                new MethodKind(in.text()),
                in.text(),
                Entry.State.valueOf(in.text()),
                in.instant(),
                in.instant(),
                in.optional(BodyReader::instant),
                in.optional(BodyReader::destination),
                in.optional(BodyReader::text),
                in.optional(from -> Credential.of(from.text(), from.bytes())),
                in.optional(BodyReader::digest));
    }

    private static void undoable(BodyWriter out, Undoable change) {
        out.digest(change.change()).instant(change.until());
        Optional<Entry> before = change.before();
        out.optional(before, InfoCodec::entry).optional(change.after(), BodyWriter::text);
    }

    private static Undoable undoable(BodyReader in) {
        return new Undoable(in.digest(), in.instant(), in.optional(InfoCodec::entry), in.optional(BodyReader::text));
    }
}
