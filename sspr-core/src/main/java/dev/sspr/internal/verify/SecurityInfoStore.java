package dev.sspr.internal.verify;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.RoleGuard;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.securityinfo.InfoCodec;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RegistrationRecord;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The security info of all accounts. It is sealed before it is stored and opened after it is loaded. */
public final class SecurityInfoStore {
    /** The number of lost races after which the store counts as too busy: twice the kit's 64 threads. */
    private static final int MAX_RACES = 128;

    private static final String ROLE = "method-store";

    private final MethodStore store;
    private final KeyRing keys;
    private final UnaryOperator<RegisteredMethod> worth;
    private final Consumer<UserId> unreadable;
    private final DecoyInfo decoy;

    public SecurityInfoStore(MethodStore store, KeyRing keys) {
        this(store, keys, method -> method, new UnreadableAccounts(user -> {}));
    }

    /**
     * Wraps a store, and maps methods that were registered under another policy to their state under this one.
     *
     * @param unreadable gets every account whose security info does not open, as often as it is loaded
     */
    public SecurityInfoStore(
            MethodStore store, KeyRing keys, UnaryOperator<RegisteredMethod> worth, Consumer<UserId> unreadable) {
        this.store = store;
        this.keys = keys;
        this.worth = worth;
        this.unreadable = unreadable;
        this.decoy = new DecoyInfo(keys);
    }

    /**
     * Returns the security info of an account.
     *
     * @throws UnavailableException if it does not open
     */
    public SecurityInfo load(UserId user) {
        return readable(user).orElseThrow(() -> new UnavailableException(ROLE));
    }

    /**
     * Returns the security info of an account; empty if it does not open. Such an account has no proof and cannot use
     * self-service: what it demands is not known. Opening takes as long for an account that has none.
     */
    public Optional<SecurityInfo> readable(UserId user) {
        Optional<MethodStore.MethodSet> found = store.find(user);
        Optional<SecurityInfo> info = opened(found.orElse(decoy.set()));
        int methods = info.map(one -> one.methods().size()).orElse(0);
        SecurityInfo rest = read(decoy.set(), decoy.rest(methods));
        assert rest.methods().size() + methods >= DecoyInfo.METHODS;
        return found.isPresent() ? info : Optional.of(SecurityInfo.none(user));
    }

    private Optional<SecurityInfo> opened(MethodStore.MethodSet set) {
        Optional<byte[]> plain = keys.open(set.user(), set.version(), set.body());
        if (plain.isEmpty()) {
            unreadable.accept(set.user());
        }
        return plain.map(bytes -> RoleGuard.ask(ROLE, () -> read(set, bytes)));
    }

    private Optional<SecurityInfo> readableOrNew(UserId user) {
        Optional<MethodStore.MethodSet> set = store.find(user);
        return set.isEmpty()
                ? Optional.of(SecurityInfo.none(user))
                : opened(set.get())
                        .or(() -> Optional.of(new SecurityInfo(
                                user,
                                set.get().version(),
                                List.of(),
                                Optional.empty(),
                                RegistrationRecord.NEW,
                                List.of())));
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
                keys.seal(next.user(), next.version(), DecoyInfo.padded(InfoCodec.write(next))));
    }

    /**
     * Changes the security info and tries again until no other change comes between. An empty change changes nothing;
     * nor does any change of security info that does not open.
     */
    public Optional<SecurityInfo> change(UserId user, Function<SecurityInfo, Optional<SecurityInfo>> how) {
        return change(user, this::readable, how);
    }

    /** Changes the security info. If it does not open, it begins anew without methods, which frees its claims. */
    public Optional<SecurityInfo> changeOrBeginAnew(UserId user, UnaryOperator<SecurityInfo> how) {
        return change(user, this::readableOrNew, info -> Optional.of(how.apply(info)));
    }

    private Optional<SecurityInfo> change(
            UserId user,
            Function<UserId, Optional<SecurityInfo>> load,
            Function<SecurityInfo, Optional<SecurityInfo>> how) {
        for (int race = 0; race < MAX_RACES; race++) {
            Optional<SecurityInfo> changed = load.apply(user).flatMap(how);
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
