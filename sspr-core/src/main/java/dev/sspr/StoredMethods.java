package dev.sspr;

import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.verify.Resealer;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.internal.verify.UnreadableAccounts;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What reads and writes security info.
 *
 * @param infos the security info of all accounts, if the host has a store for it
 * @param resealing seals anew what an older key has sealed, if the store can list it
 */
record StoredMethods(Optional<SecurityInfoStore> infos, Runnable resealing) {
    static StoredMethods of(SsprBuilder set, KeyRing keys, UnaryOperator<RegisteredMethod> worth, Auditor auditor) {
        UnreadableAccounts unreadable = new UnreadableAccounts(user -> auditor.note(
                AuditType.SECURITY_INFO_UNREADABLE, Outcome.FAILURE, Optional.empty(), Optional.of(user), Map.of()));
        Optional<MethodStore> methods = set.methodStore.get();
        return new StoredMethods(
                methods.map(store -> new SecurityInfoStore(GuardedRoles.methods(store), keys, worth, unreadable)),
                methods.flatMap(store -> GuardedRoles.accountsByKey(store)
                                .map(index -> new Resealer(GuardedRoles.methods(store), index, keys, unreadable)))
                        .<Runnable>map(resealer -> resealer::run)
                        .orElse(() -> {}));
    }
}
