package dev.sspr.internal.verify;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.RoleGuard;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The security info of all accounts. It is sealed before it is stored and opened after it is loaded. */
public final class SecurityInfoStore {
    /** The number of lost races after which the store counts as too busy: twice the kit's 64 threads. */
    private static final int MAX_RACES = 128;

    private static final Logger LOG = LoggerFactory.getLogger(SecurityInfoStore.class);

    private static final String ROLE = "method-store";

    private final MethodStore store;
    private final KeyRing keys;
    private final UnaryOperator<RegisteredMethod> worth;
    private final DecoyInfo decoy;

    public SecurityInfoStore(MethodStore store, KeyRing keys) {
        this(store, keys, method -> method);
    }

    /** Wraps a store, and maps methods that were registered under another policy to their state under this one. */
    public SecurityInfoStore(MethodStore store, KeyRing keys, UnaryOperator<RegisteredMethod> worth) {
        this.store = store;
        this.keys = keys;
        this.worth = worth;
        this.decoy = new DecoyInfo(keys);
    }

    /** Returns the security info of an account; opening takes as long for an account that has none. */
    public SecurityInfo load(UserId user) {
        Optional<MethodStore.MethodSet> found = store.find(user);
        SecurityInfo info = opened(found.orElse(decoy.set()));
        SecurityInfo all = read(decoy.set(), decoy.rest(info.methods().size()));
        assert all.methods().size() + info.methods().size() >= DecoyInfo.METHODS;
        return found.isPresent() ? info : SecurityInfo.none(user);
    }

    private SecurityInfo opened(MethodStore.MethodSet set) {
        Optional<byte[]> plain = keys.open(set.user(), set.body());
        if (plain.isEmpty()) {
            LOG.error(
                    "the security info of {} does not open: another SsprKey sealed it, or it was altered", set.user());
            throw new UnavailableException(ROLE);
        }
        return RoleGuard.ask(ROLE, () -> read(set, plain.get()));
    }

    /** Fails for what another release has written. */
    private SecurityInfo read(MethodStore.MethodSet set, byte[] plain) {
        SecurityInfo kept = InfoCodec.read(set.user(), set.version(), plain);
        // in one pass, so that the time depends on the number of methods alone
        List<RegisteredMethod> methods = new ArrayList<>(kept.methods().size());
        kept.methods().forEach(method -> methods.add(worth.apply(method)));
        return new SecurityInfo(kept.user(), kept.version(), methods, kept.first(), kept.record(), kept.revertible());
    }

    /** Stores a change of loaded security info. */
    public MethodStore.Stored store(SecurityInfo changed) {
        SecurityInfo next = changed.next();
        return store.store(RoleGuard.ask(ROLE, () -> sealed(next)));
    }

    /** Fails for what is too large to keep. */
    private MethodStore.MethodSet sealed(SecurityInfo next) {
        return new MethodStore.MethodSet(
                next.user(),
                next.version(),
                next.claims(),
                keys.seal(next.user(), DecoyInfo.padded(InfoCodec.write(next))));
    }

    /**
     * Changes the security info and tries again until no other change comes between. An empty change changes nothing.
     */
    public Optional<SecurityInfo> change(UserId user, Function<SecurityInfo, Optional<SecurityInfo>> how) {
        for (int race = 0; race < MAX_RACES; race++) {
            Optional<SecurityInfo> changed = how.apply(load(user));
            if (changed.isEmpty()) {
                return changed;
            }
            MethodStore.Stored stored = store(changed.get());
            if (stored == MethodStore.Stored.STORED) {
                return changed.map(SecurityInfo::next);
            }
            if (stored == MethodStore.Stored.CLAIMED) {
                return Optional.empty();
            }
        }
        throw new UnavailableException(ROLE);
    }

    /** Returns the claim of a credential. It does not depend on the key, so a rotation forgets no claim. */
    public static Digest claim(MethodKind kind, byte[] bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(("sspr claim " + kind.value() + '\0').getBytes(StandardCharsets.US_ASCII));
            return Digest.of(sha.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
