package dev.sspr.internal.verify;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All verifiers there are, by kind. */
public final class Methods {
    private final Map<MethodKind, MfaVerifier> verifiers = new LinkedHashMap<>();

    /**
     * Collects verifiers.
     *
     * @throws IllegalStateException if two answer for one kind
     */
    public Methods(List<MfaVerifier> all) {
        for (MfaVerifier verifier : all) {
            if (verifiers.put(verifier.kind(), verifier) != null) {
                throw new IllegalStateException(
                        "two verifiers for " + verifier.kind().value());
            }
        }
    }

    /** The kinds that have a verifier. */
    public Set<MethodKind> kinds() {
        return verifiers.keySet();
    }

    /** The verifier of a kind that is known to have one. */
    public MfaVerifier verifier(MethodKind kind) {
        MfaVerifier verifier = verifiers.get(kind);
        if (verifier == null) {
            throw new IllegalStateException("no verifier for " + kind.value());
        }
        return verifier;
    }

    /** What an account holds of some kinds, in the order of the kinds. */
    public List<AuthMethod> held(Account account, List<MethodKind> kinds) {
        List<AuthMethod> held = new ArrayList<>();
        for (MethodKind kind : kinds) {
            held.addAll(verifier(kind).methods(account));
        }
        return held;
    }
}
