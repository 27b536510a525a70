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
 * The keys that are derived from the host's key for one tenant: the current key, and an older one, if any, that still
 * opens and checks what it made (R-CFG-4).
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
    public static KeyRing derive(String tenant, Raw current, Optional<Raw> older, RandomSource random) {
        return new KeyRing(Stream.concat(Stream.of(current), older.stream())
                .map(raw -> new Keys(
                        new KeyedDigest(Hkdf.derive(raw.master, info("digest", tenant))),
                        new Sealer(raw.id, Hkdf.derive(raw.master, info("seal", tenant)), random)))
                .toList());
    }

    private static byte[] info(String purpose, String tenant) {
        return ("sspr v1 " + purpose + '\0' + tenant).getBytes(StandardCharsets.UTF_8);
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

    /** Seals the state of one flow under the current key. */
    public SealedBody seal(FlowId flow, Purpose purpose, byte[] plain) {
        return SealedBody.of(keys.get(0).sealer().seal(flow.digest(), purpose.name(), plain));
    }

    /** Seals the security info of one account under the current key. */
    public SealedBody seal(UserId user, byte[] plain) {
        return SealedBody.of(keys.get(0).sealer().seal(NO_FLOW, INFO + user.value(), plain));
    }

    /** Opens a body; empty if no key of this ring sealed it for this flow. */
    public Optional<byte[]> open(FlowId flow, Purpose purpose, SealedBody body) {
        return open(flow.digest(), purpose.name(), body);
    }

    /** Opens a body; empty if no key of this ring sealed it for this account. */
    public Optional<byte[]> open(UserId user, SealedBody body) {
        return open(NO_FLOW, INFO + user.value(), body);
    }

    private Optional<byte[]> open(Digest id, String what, SealedBody body) {
        byte[] sealed = body.bytes();
        for (Keys one : keys) {
            Optional<byte[]> plain = one.sealer().open(id, what, sealed);
            if (plain.isPresent()) {
                return plain;
            }
        }
        return Optional.empty();
    }
}
