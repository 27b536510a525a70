package dev.sspr.spi.memory;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One flow in one object: 96 bytes, and the body with its wrapper. It is its own link in the three chains of its shard,
 * so that a million flows need no map nodes. Guarded by the lock of its shard.
 */
final class FlowSlot {
    /** Stands for a missing {@code wakeAt}. */
    static final long NEVER = Long.MIN_VALUE;

    final long idHigh;
    final long idLow;
    long ownerHigh;
    long ownerLow;
    long version;
    long expiresAt;
    long wakeAt;
    Purpose purpose;
    /** Null after the flow was removed; the expiry chain drops such slots later. */
    @Nullable
    SealedBody body;

    @Nullable
    FlowSlot nextById;

    @Nullable
    FlowSlot nextByOwner;

    @Nullable
    FlowSlot previousByOwner;

    @Nullable
    FlowSlot nextByExpiry;

    FlowSlot(StoredFlow flow) {
        idHigh = flow.id().digest().high();
        idLow = flow.id().digest().low();
        purpose = flow.purpose();
        set(flow);
    }

    void set(StoredFlow flow) {
        Digest owner = flow.owner().digest();
        ownerHigh = owner.high();
        ownerLow = owner.low();
        version = flow.version();
        expiresAt = flow.expiresAt().toEpochMilli();
        wakeAt = wakeAt(flow);
        purpose = flow.purpose();
        body = flow.body();
    }

    static long wakeAt(StoredFlow flow) {
        return flow.wakeAt().map(Instant::toEpochMilli).orElse(NEVER);
    }

    boolean hasId(Digest id) {
        return idHigh == id.high() && idLow == id.low();
    }

    boolean hasOwner(Digest owner) {
        return ownerHigh == owner.high() && ownerLow == owner.low();
    }

    FlowId id() {
        return new FlowId(new Digest(idHigh, idLow));
    }

    StoredFlow toFlow(SealedBody content) {
        return new StoredFlow(
                id(),
                new OwnerTag(new Digest(ownerHigh, ownerLow)),
                purpose,
                version,
                Instant.ofEpochMilli(expiresAt),
                wakeAt == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(wakeAt)),
                content);
    }
}
