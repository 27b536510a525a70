package dev.sspr.internal.verify;

import dev.sspr.flow.MethodUse;
import dev.sspr.flow.MethodUses;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All verifiers there are, by kind, and the security info that some of them look into. */
public final class Methods {
    private final Map<MethodKind, MfaVerifier> verifiers = new LinkedHashMap<>();
    private final Optional<SecurityInfos> infos;
    private final MethodUses uses;
    private final InstantSource clock;

    /**
     * Collects verifiers, of a host where nobody registers anything.
     *
     * @throws IllegalStateException if two answer for one kind
     */
    public Methods(List<MfaVerifier> all) {
        this(all, Optional.empty(), MethodUses.standard(), InstantSource.system());
    }

    /**
     * Collects verifiers.
     *
     * @throws IllegalStateException if two answer for one kind
     */
    public Methods(List<MfaVerifier> all, Optional<SecurityInfos> infos, MethodUses uses, InstantSource clock) {
        for (MfaVerifier verifier : all) {
            if (verifiers.put(verifier.kind(), verifier) != null) {
                throw new IllegalStateException(
                        "two verifiers for " + verifier.kind().value());
            }
        }
        this.infos = infos;
        this.uses = uses;
        this.clock = clock;
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

    /** The kinds whose proofs travel in messages. */
    public Set<MethodKind> messageKinds() {
        return verifiers.values().stream()
                .filter(MessageCodes.class::isInstance)
                .map(MfaVerifier::kind)
                .collect(Collectors.toSet());
    }

    /** The kinds an account holds with verifiers that keep their own enrolments. */
    public Set<MethodKind> heldElsewhere(Account account) {
        return verifiers.values().stream()
                .filter(verifier -> !(verifier instanceof Registered))
                .filter(verifier -> !verifier.methods(account).isEmpty())
                .map(MfaVerifier::kind)
                .collect(Collectors.toSet());
    }

    /**
     * Of what an account can prove itself with, the kinds it has enrolled as second factors: in its security info, or with
     * a verifier that keeps its own. Addresses that its store happens to hold are none.
     */
    public Set<MethodKind> secondFactors(Account account, List<AuthMethod> usable) {
        Set<MethodKind> factors = new HashSet<>();
        for (AuthMethod method : usable) {
            boolean enrolled = method.destination()
                    .filter(account.destinations()::contains)
                    .isEmpty();
            if (enrolled && uses.allows(method.kind(), MethodUse.SIGN_IN)) {
                factors.add(method.kind());
            }
        }
        return factors;
    }

    /** What an account can prove itself with, of some kinds, in the order of the kinds. */
    public List<AuthMethod> held(Account account, List<MethodKind> kinds) {
        Optional<SecurityInfo> info = infos.map(all -> all.load(account.id()));
        List<AuthMethod> held = new ArrayList<>();
        for (MethodKind kind : kinds) {
            MfaVerifier verifier = verifier(kind);
            held.addAll(
                    info.isPresent() && verifier instanceof Registered registered
                            ? registered.methods(account, info.get(), clock.instant())
                            : verifier.methods(account));
        }
        return held;
    }
}
