package dev.sspr.internal.lockout;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.engine.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Encodes a count as bytes. The first byte is the version of the form. */
public final class LockCodec implements Codec<LockState> {
    private static final int VERSION = 1;
    /** How long a count is kept after its last change. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    @Override
    public byte[] write(LockState state) {
        return new BodyWriter()
                .octet(VERSION)
                .number(state.failed())
                .number(state.underWay())
                .instant(state.admittedAt())
                .number(state.locks())
                .instant(state.lockedUntil())
                .list(state.recent(), BodyWriter::digest)
                .padded();
    }

    @Override
    public LockState read(byte[] bytes) {
        BodyReader in = new BodyReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("a stored count has form " + version + ", this release reads " + VERSION);
        }
        return new LockState(
                Math.toIntExact(in.number()),
                Math.toIntExact(in.number()),
                in.instant(),
                Math.toIntExact(in.number()),
                in.instant(),
                in.list(BodyReader::digest));
    }

    /** A count needs no work of its own. */
    @Override
    public Optional<Instant> wakeAt(LockState state) {
        return Optional.empty();
    }

    @Override
    public Instant keepUntil(LockState state) {
        Instant last = state.lockedUntil().isAfter(state.admittedAt()) ? state.lockedUntil() : state.admittedAt();
        return last.plus(REMEMBERED);
    }
}
