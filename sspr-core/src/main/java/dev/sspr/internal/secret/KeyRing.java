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
 * The keys derived from the host's one key, per tenant: the current one, and perhaps an older one that still opens and
 * checks what it made (R-CFG-4).
 */
public final class KeyRing {
    /** Security info belongs to no flow. */
    private static final Digest NOBODY = new Digest(0, 0);

    /** No purpose has a name like this one. */
    private static final String INFO = "security-info ";

    private final List<Keys> keys;

    private record Keys(KeyedDigest digest, Sealer sealer) {}

    /** A host's key before derivation. */
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

    /** Derives all keys of a tenant by HKDF-SHA-256 (RFC 5869), the purpose and the tenant in the info. */
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

    /** The digest under which everything new is made. */
    public KeyedDigest digest() {
        return keys.get(0).digest();
    }

    /** Whether a check holds under any key; every key is asked, so that the answer's time does not tell which. */
    public boolean anyHolds(Predicate<KeyedDigest> check) {
        boolean holds = false;
        for (Keys one : keys) {
            holds |= check.test(one.digest());
        }
        return holds;
    }

    /** What is made under each key, the current one first. */
    public <T> List<T> underEach(Function<KeyedDigest, T> make) {
        return keys.stream().map(one -> make.apply(one.digest())).toList();
    }

    /** Seals a state for one flow, under the current key. */
    public SealedBody seal(FlowId flow, Purpose purpose, byte[] plain) {
        return SealedBody.of(keys.get(0).sealer().seal(flow.digest(), purpose.name(), plain));
    }

    /** Seals the security info of one account, under the current key. */
    public SealedBody seal(UserId user, byte[] plain) {
        return SealedBody.of(keys.get(0).sealer().seal(NOBODY, INFO + user.value(), plain));
    }

    /** Opens a body, or says that no key of ours sealed it for this flow. */
    public Optional<byte[]> open(FlowId flow, Purpose purpose, SealedBody body) {
        return open(flow.digest(), purpose.name(), body);
    }

    /** Opens a body, or says that no key of ours sealed it for this account. */
    public Optional<byte[]> open(UserId user, SealedBody body) {
        return open(NOBODY, INFO + user.value(), body);
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
