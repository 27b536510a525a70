package dev.sspr.internal.helpdesk;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Encodes a pending notice as bytes. The first byte is the version of the form. */
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
                .octet(pending.delivery().attempts())
                .instant(pending.delivery().nextAttemptAt())
                .padded();
    }

    @Override
    public PendingAdminNotice read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("a stored notice has form " + version + ", this release reads " + VERSION);
        }
        UserId person = new UserId(in.text());
        AdminAction action = AdminAction.valueOf(in.text());
        Instant at = in.instant();
        return new PendingAdminNotice(
                person,
                action,
                at,
                Locale.forLanguageTag(in.text()),
                in.list(BodyReader::destination),
                new PendingNotice(in.octet(), in.instant(), at.plus(PendingAdminNotice.LIFE), Set.of()));
    }

    @Override
    public Optional<Instant> wakeAt(PendingAdminNotice pending) {
        return pending.to().isEmpty()
                ? Optional.empty()
                : Optional.of(pending.delivery().nextAttemptAt());
    }

    @Override
    public Instant keepUntil(PendingAdminNotice pending) {
        return pending.at().plus(PendingAdminNotice.LIFE);
    }
}
