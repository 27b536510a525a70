package dev.sspr.admin;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A message that is owed, as bytes: the first byte is the version of the form. */
final class OwedCodec implements Codec<Owed> {
    private static final int VERSION = 1;

    @Override
    public byte[] write(Owed owed) {
        return new BodyWriter()
                .octet(VERSION)
                .text(owed.person().value())
                .text(owed.action().name())
                .instant(owed.at())
                .text(owed.locale().toLanguageTag())
                .list(owed.to(), BodyWriter::destination)
                .octet(owed.failures())
                .instant(owed.nextAt())
                .padded();
    }

    @Override
    public Owed read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("a stored notice has form " + version + ", this release reads " + VERSION);
        }
        return new Owed(
                new UserId(in.text()),
                AdminAction.valueOf(in.text()),
                in.instant(),
                Locale.forLanguageTag(in.text()),
                in.list(BodyReader::destination),
                in.octet(),
                in.instant());
    }

    @Override
    public Optional<Instant> wakeAt(Owed owed) {
        return owed.to().isEmpty() ? Optional.empty() : Optional.of(owed.nextAt());
    }

    @Override
    public Instant keepUntil(Owed owed) {
        return owed.at().plus(Owed.LIFE);
    }
}
