package dev.sspr.internal.helpdesk;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A message that is owed, as bytes: the first byte is the version of the form. */
final class PendingAdminNoticeCodec implements Codec<PendingAdminNotice> {
    private static final int VERSION = 1;

    @Override
    public byte[] write(PendingAdminNotice pending) {
        return new BodyWriter()
                .octet(VERSION)
                .text(pending.person().value())
                .text(pending.action().name())
                .instant(pending.at())
                .text(pending.locale().toLanguageTag())
                .list(pending.to(), BodyWriter::destination)
                .octet(pending.failures())
                .instant(pending.nextAt())
                .padded();
    }

    @Override
    public PendingAdminNotice read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("a stored notice has form " + version + ", this release reads " + VERSION);
        }
        return new PendingAdminNotice(
                new UserId(in.text()),
                AdminAction.valueOf(in.text()),
                in.instant(),
                Locale.forLanguageTag(in.text()),
                in.list(BodyReader::destination),
                in.octet(),
                in.instant());
    }

    @Override
    public Optional<Instant> wakeAt(PendingAdminNotice pending) {
        return pending.to().isEmpty() ? Optional.empty() : Optional.of(pending.nextAt());
    }

    @Override
    public Instant keepUntil(PendingAdminNotice pending) {
        return pending.at().plus(PendingAdminNotice.LIFE);
    }
}
