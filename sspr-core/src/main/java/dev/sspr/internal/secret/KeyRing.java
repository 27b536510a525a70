package dev.sspr.internal.secret;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The keys that are derived from the host's keys for one tenant: the current key, which seals, and the older ones, which
 * still open and check what they made (R-CFG-4).
 */
public final class KeyRing {
    /** Stands for the flow where there is none, as for security info. */
    private static final Digest NO_FLOW = new Digest(0, 0);

    /** The prefix of security info. No purpose has such a name. */
    private static final String INFO = "security-info ";

    private final List<Keys> keys;

    private record Keys(KeyedDigest digest, Sealer sealer) {}

    /** The host's key before derivation. */
    public static final class Raw {
        private final byte id;
        private final byte[] master;

        /** Wraps 32 bytes, which the caller keeps. */
        public Raw(byte id, byte[] master) {
            this.id = id;
            this.master = master;
        }
    }

    private KeyRing(List<Keys> keys) {
        this.keys = keys;
    }

    /** Derives all keys of a tenant by HKDF-SHA-256 (RFC 5869), with the purpose and the tenant in the info. */
    public static KeyRing derive(String tenant, Raw current, List<Raw> older, RandomSource random) {
        return new KeyRing(Stream.concat(Stream.of(current), older.stream())
                .map(raw -> new Keys(
                        new KeyedDigest(Hkdf.derive(raw.master, info("digest", tenant))),
                        new Sealer(
                                raw.id,
                                Hkdf.derive(raw.master, info("seal 2", tenant)),
                                Hkdf.derive(raw.master, info("seal", tenant)),
                                random)))
                .toList());
    }

    private static byte[] info(String purpose, String tenant) {
        return ("sspr v1 " + purpose + '\0' + tenant).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the ids of all keys, the current one first. */
    public List<Integer> ids() {
        return keys.stream()
                .map(one -> Byte.toUnsignedInt(one.sealer().keyId()))
                .toList();
    }

    /** Returns the digest of the current key. */
    public KeyedDigest digest() {
        return keys.get(0).digest();
    }

    /**
     * Returns whether a check holds under any key. Every key is asked, so that the time of the answer does not tell
     * which key it was.
     */
    public boolean anyHolds(Predicate<KeyedDigest> check) {
        boolean holds = false;
        for (Keys one : keys) {
            holds |= check.test(one.digest());
        }
        return holds;
    }

    /** Returns the results of all keys, the current one first. */
    public <T> List<T> underEach(Function<KeyedDigest, T> make) {
        return keys.stream().map(one -> make.apply(one.digest())).toList();
    }

    /** Seals the first state of a flow under the current key. */
    public SealedBody seal(FlowId flow, Purpose purpose, byte[] plain) {
        return seal(flow(flow, purpose, 1), current().keyId(), plain);
    }

    /**
     * Seals the next state of a flow under the current key. The flow's handles, links and tags may depend on the keys
     * before, so the body goes on naming the oldest key that it needs.
     */
    public SealedBody seal(FlowId flow, Purpose purpose, long version, SealedBody before, byte[] plain) {
        byte oldest = before.key().isPresent()
                ? (byte) before.key().getAsInt()
                : current().keyId();
        return seal(flow(flow, purpose, version), oldest, plain);
    }

    /** Seals the security info of one account under the current key. */
    public SealedBody seal(UserId user, long version, byte[] plain) {
        return seal(info(user, version), current().keyId(), plain);
    }

    /** Opens a body; empty if no key of this ring sealed it for this version of this flow. */
    public Optional<byte[]> open(FlowId flow, Purpose purpose, long version, SealedBody body) {
        return open(flow(flow, purpose, version), body);
    }

    /** Opens a body; empty if no key of this ring sealed it for this version of this account. */
    public Optional<byte[]> open(UserId user, long version, SealedBody body) {
        return open(info(user, version), body);
    }

    private Sealer current() {
        return keys.get(0).sealer();
    }

    private static Sealer.Bound flow(FlowId flow, Purpose purpose, long version) {
        return new Sealer.Bound(flow.digest(), version, purpose.name());
    }

    private static Sealer.Bound info(UserId user, long version) {
        return new Sealer.Bound(NO_FLOW, version, INFO + user.value());
    }

    private SealedBody seal(Sealer.Bound bound, byte oldest, byte[] plain) {
        return SealedBody.of(current().seal(bound, oldest, plain));
    }

    /** Tries the form now, then the form before. */
    private Optional<byte[]> open(Sealer.Bound bound, SealedBody body) {
        byte[] sealed = body.bytes();
        return first(one -> one.open(bound, sealed)).or(() -> first(one -> one.openBefore(bound, sealed)));
    }

    private Optional<byte[]> first(Function<Sealer, Optional<byte[]>> open) {
        return keys.stream().flatMap(one -> open.apply(one.sealer()).stream()).findFirst();
    }
}
