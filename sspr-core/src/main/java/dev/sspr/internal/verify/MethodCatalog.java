package dev.sspr.internal.verify;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.MethodCapabilities.Capability;
import dev.sspr.policy.MethodPolicy.RecoveryCodeRules;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All verifiers by kind, and the security info that some of them read. */
public final class MethodCatalog {
    private final Map<MethodKind, MfaVerifier> verifiers = new LinkedHashMap<>();
    private final Optional<SecurityInfoStore> infos;
    private final MethodCapabilities uses;
    private final RecoveryCodes recovery;
    private final NumberRanges ranges;
    private final InstantSource clock;

    /**
     * Collects the verifiers of a host without registration.
     *
     * @throws IllegalStateException if two verifiers have the same kind
     */
    public MethodCatalog(List<MfaVerifier> all) {
        this(
                all,
                Optional.empty(),
                MethodCapabilities.standard(),
                new RecoveryCodes(
                        RecoveryCodeRules.standard(), SlowHash.argon2id(), new RandomSource(new SecureRandom())),
                InstantSource.system());
    }

    /**
     * Collects verifiers.
     *
     * @throws IllegalStateException if two verifiers have the same kind
     */
    public MethodCatalog(
            List<MfaVerifier> all,
            Optional<SecurityInfoStore> infos,
            MethodCapabilities uses,
            RecoveryCodes recovery,
            InstantSource clock) {
        this(all, infos, uses, recovery, NumberRanges.ALL, clock);
    }

    /**
     * Collects verifiers, for hosts that send messages to some ranges of numbers only.
     *
     * @throws IllegalStateException if two verifiers have the same kind
     */
    public MethodCatalog(
            List<MfaVerifier> all,
            Optional<SecurityInfoStore> infos,
            MethodCapabilities uses,
            RecoveryCodes recovery,
            NumberRanges ranges,
            InstantSource clock) {
        for (MfaVerifier verifier : all) {
            if (verifiers.put(verifier.kind(), verifier) != null) {
                throw new IllegalStateException(
                        "two verifiers for " + verifier.kind().value());
            }
        }
        this.infos = infos;
        this.uses = uses;
        this.recovery = recovery;
        this.ranges = ranges;
        this.clock = clock;
    }

    /** Returns the kinds that have a verifier. */
    public Set<MethodKind> kinds() {
        return verifiers.keySet();
    }

    /** The verifier of a kind. A flow may have begun on a node that has one where this node has none. */
    public MfaVerifier verifier(MethodKind kind) {
        MfaVerifier verifier = verifiers.get(kind);
        if (verifier == null) {
            throw new UnavailableException("mfa-verifier");
        }
        return verifier;
    }

    /** Prepares a challenge; only the library's own codes in messages come in two lengths. */
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method, MessageCodes.Length length) {
        MfaVerifier verifier = verifier(challenge.kind());
        return verifier instanceof MessageCodes codes
                ? codes.begin(challenge, method, length)
                : verifier.begin(challenge, method);
    }

    /** Returns the kinds whose proofs are sent in messages. */
    public Set<MethodKind> messageKinds() {
        return verifiers.values().stream()
                .filter(MessageCodes.class::isInstance)
                .map(MfaVerifier::kind)
                .collect(Collectors.toSet());
    }

    /** Returns the kinds of an account whose verifiers keep their own enrolments. */
    public Set<MethodKind> heldElsewhere(Account account) {
        return verifiers.values().stream()
                .filter(verifier -> !(verifier instanceof SecurityInfoBacked))
                .filter(verifier -> !verifier.methods(account).isEmpty())
                .map(MfaVerifier::kind)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the kinds that the account has enrolled as second factors: in its security info, or with a verifier that
     * keeps its own enrolments. Addresses that the user store has are not second factors.
     */
    public Set<MethodKind> secondFactors(Account account, List<AuthMethod> usable) {
        Set<MethodKind> factors = new HashSet<>();
        for (AuthMethod method : usable) {
            boolean enrolled = method.destination()
                    .filter(account.destinations()::contains)
                    .isEmpty();
            if (enrolled && uses.allows(method.kind(), Capability.SIGN_IN)) {
                factors.add(method.kind());
            }
        }
        return factors;
    }

    /** Returns when the help desk last ended everything that was open for an account. */
    public Optional<Instant> endedAt(UserId user) {
        return infos.flatMap(all -> all.load(user).record().ended());
    }

    /** Returns whether an account has a registered method of a kind that is in use. */
    public boolean isEnabled(UserId user, MethodKind kind) {
        return infos.stream()
                .flatMap(all -> all.load(user).of(kind).stream())
                .anyMatch(one -> one.state() == RegisteredMethod.State.VERIFIED);
    }

    /** Disables all registered methods of one kind; returns whether one of them was in use. */
    public boolean disable(UserId user, MethodKind kind) {
        return infos.flatMap(all -> all.change(user, info -> {
                    SecurityInfo next = info;
                    for (RegisteredMethod method : info.of(kind)) {
                        next = method.state() == RegisteredMethod.State.VERIFIED
                                ? next.with(method.in(RegisteredMethod.State.DISABLED))
                                : next;
                    }
                    return next.equals(info) ? Optional.empty() : Optional.of(next);
                }))
                .isPresent();
    }

    /**
     * Returns each mailbox or line of an account once, if messages may go there: those of the host's store, and those
     * registered.
     */
    public List<Destination> addresses(Account account) {
        Map<String, Destination> byEndpoint = new LinkedHashMap<>();
        account.destinations().forEach(to -> byEndpoint.put(to.channel() + to.endpoint(), to));
        infos.flatMap(all -> all.readable(account.id()))
                .ifPresent(info -> info.where(one -> one.state() == RegisteredMethod.State.VERIFIED).stream()
                        .flatMap(one -> one.destination().stream())
                        .forEach(to -> byEndpoint.putIfAbsent(to.channel() + to.endpoint(), to)));
        return byEndpoint.values().stream().filter(ranges::accepts).toList();
    }

    /** Returns whether messages may go to a destination (R-RATE-10). */
    public boolean mayBeSentTo(Destination to) {
        return ranges.accepts(to);
    }

    /** Makes a new recovery code in the place of a used one, if the account has such codes. */
    public Optional<Secret> freshRecoveryCode(UserId user) {
        Secret[] fresh = {Secret.of("")};
        Optional<SecurityInfo> after = infos.flatMap(all -> all.change(
                user,
                info -> info.of(MethodKind.RECOVERY_CODE).stream()
                        .findFirst()
                        .flatMap(method -> method.credential()
                                .flatMap(recovery::renewed)
                                .map(renewed -> {
                                    fresh[0] = renewed.code();
                                    return info.with(method.with(renewed.next()));
                                }))));
        return after.map(stored -> fresh[0]);
    }

    /**
     * Returns the methods of some kinds with which an account can give a proof, in the order of the kinds; of security
     * info that does not open, none. The caller owns the list.
     */
    public List<AuthMethod> held(Account account, List<MethodKind> kinds) {
        Optional<SecurityInfo> info =
                infos.map(all -> all.readable(account.id()).orElseGet(() -> SecurityInfo.none(account.id())));
        List<AuthMethod> held = new ArrayList<>();
        for (MethodKind kind : kinds) {
            MfaVerifier verifier = verifier(kind);
            held.addAll(
                    info.isPresent() && verifier instanceof SecurityInfoBacked securityInfoBacked
                            ? securityInfoBacked.methods(account, info.get(), clock.instant())
                            : verifier.methods(account));
        }
        return held;
    }
}
