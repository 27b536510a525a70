package dev.sspr.internal.engine;

import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.function.Predicate;

/** Makes the digests of handles, links, names and addresses for all flows. */
public final class Digests {
    private final KeyRing keys;
    private final RandomSource random;
    private final KeyedDigest digest;

    public Digests(KeyRing keys, RandomSource random) {
        this.keys = keys;
        this.random = random;
        this.digest = keys.digest();
    }

    public Token newHandle(FlowId flow) {
        return new Token(flow, Token.secretOf(random.bytes(32)));
    }

    /** Returns the digest to store for a handle. */
    public Digest handle(Token token) {
        return handle(digest, token);
    }

    /** Returns whether a check holds for the stored digest of a handle, under any key. */
    public boolean handleFits(Token token, Predicate<Digest> check) {
        return keys.anyHolds(key -> check.test(handle(key, token)));
    }

    private static Digest handle(KeyedDigest key, Token token) {
        return token.secret()
                .exposeTo(chars -> key.digest(new DigestInput(DigestLabel.HANDLE)
                        .with(token.flow().digest())
                        .with(chars)));
    }

    /** Returns the secret of a flow's cancel link. */
    public Secret cancelSecret(FlowId flow) {
        return cancelSecret(digest, flow);
    }

    public boolean isCancelSecret(Token token) {
        return keys.anyHolds(key -> cancelSecret(key, token.flow()).equals(token.secret()));
    }

    private static Secret cancelSecret(KeyedDigest key, FlowId flow) {
        return Token.secretOf(key.full(new DigestInput(DigestLabel.CANCEL).with(flow.digest())));
    }

    /** Returns the secret of the link by which one address undoes a change. */
    public Secret undoSecret(FlowId flow, String endpoint) {
        return undoSecret(digest, flow, endpoint);
    }

    public boolean isUndoSecret(Token token, String endpoint) {
        return keys.anyHolds(key -> undoSecret(key, token.flow(), endpoint).equals(token.secret()));
    }

    private static Secret undoSecret(KeyedDigest key, FlowId flow, String endpoint) {
        return Token.secretOf(
                key.full(new DigestInput(DigestLabel.CANCEL).with(flow.digest()).with(endpoint)));
    }

    public byte[] reference(FlowId flow) {
        return reference(digest, flow);
    }

    /** Returns whether a check holds for the bytes of a flow's short reference, under any key. */
    public boolean referenceFits(FlowId flow, Predicate<byte[]> check) {
        return keys.anyHolds(key -> check.test(reference(key, flow)));
    }

    private static byte[] reference(KeyedDigest key, FlowId flow) {
        return key.full(new DigestInput(DigestLabel.REFERENCE).with(flow.digest()));
    }

    /** Returns the digest of a mailbox, line or device. */
    public Digest endpoint(String endpoint) {
        return endpoint(digest, endpoint);
    }

    /** Returns whether a check holds for the digest of a mailbox, line or device, under any key. */
    public boolean endpointFits(String endpoint, Predicate<Digest> check) {
        return keys.anyHolds(key -> check.test(endpoint(key, endpoint)));
    }

    private static Digest endpoint(KeyedDigest key, String endpoint) {
        return key.digest(new DigestInput(DigestLabel.ENDPOINT).with(endpoint));
    }

    /** Returns the decoy value for a name without an account. */
    public Digest decoy(String what) {
        return digest.digest(new DigestInput(DigestLabel.STRANGER).with(what));
    }

    /** Returns the digests by which a response is recognised later, under every key, the current one first. */
    public List<Digest> responses(Secret secret) {
        return keys.underEach(
                key -> secret.exposeTo(chars -> key.digest(new DigestInput(DigestLabel.ACCEPTED).with(chars))));
    }

    /** Returns the owner tag of all flows of an account. */
    public OwnerTag owner(UserId user) {
        return owner(digest, user);
    }

    /** Returns the owner tags that flows of an account can have, under every key. */
    public List<OwnerTag> owners(UserId user) {
        return keys.underEach(key -> owner(key, user));
    }

    private static OwnerTag owner(KeyedDigest key, UserId user) {
        return new OwnerTag(key.digest(new DigestInput(DigestLabel.OWNER).with(user.value())));
    }
}
