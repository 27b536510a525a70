package dev.sspr.internal.verify;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.securityinfo.AbleMethods;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.ResetHold;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.policy.HoldPolicy;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Returns the kinds of an account whose verifiers keep their own enrolments, as far as they list them. */
    public DemandedKinds heldElsewhere(Account account) {
        return elsewhere(account, method -> true);
    }

    private DemandedKinds elsewhere(Account account, Predicate<AuthMethod> condition) {
        return new DemandedKinds(verifiers.values().stream()
                .filter(verifier -> !(verifier instanceof SecurityInfoBacked))
                .filter(verifier -> verifier.methods(account).stream().anyMatch(condition))
                .map(MfaVerifier::kind)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Returns the second factors among the registered kinds and those held elsewhere, with or without a verifier. Addresses
     * that the user store has are not second factors.
     */
    public DemandedKinds secondFactors(Account account, DemandedKinds registered) {
        Predicate<AuthMethod> enrolled = method ->
                method.destination().filter(account.destinations()::contains).isEmpty();
        return registered.and(elsewhere(account, enrolled)).only(kind -> uses.allows(kind, Capability.SIGN_IN));
    }

    /** Returns when the help desk last ended everything that was open for an account. */
    public Optional<Instant> endedAt(UserId user) {
        return infos.flatMap(all -> all.load(user).record().ended());
    }

    /**
     * Begins the hold after a reset, if the flow is one, the policy has one, and the host has a store of methods.
     *
     * @throws UnavailableException if the hold could not be stored
     */
    public void beginHold(UserId user, HoldPolicy policy, Optional<ResetHold.Cause> cause) {
        if (cause.isEmpty() || policy.period().isZero()) {
            return;
        }
        Instant now = clock.instant();
        boolean stored = infos.map(all -> all.change(
                                user, info -> Optional.of(info.heldAfterReset(policy, cause.get(), now)))
                        .isPresent())
                .orElse(true);
        if (!stored) {
            throw new UnavailableException("method-store");
        }
    }

    /** Returns whether an account has a registered method of a kind that is in use. */
    public boolean isEnabled(UserId user, MethodKind kind) {
        return infos.stream()
                .flatMap(all -> all.load(user).of(kind).stream())
                .anyMatch(one -> one.state() == RegisteredMethod.State.VERIFIED);
    }

    /** Returns the security info of an account; empty info if the host has no store of methods, or if it does not open. */
    public SecurityInfo info(UserId user) {
        return infos.flatMap(all -> all.readable(user)).orElseGet(() -> SecurityInfo.none(user));
    }

    /**
     * Disables all registered methods of one kind that prove a reset; returns whether there was one. A method in
     * quarantine has never counted: nobody has guessed at it.
     */
    public boolean disable(UserId user, MethodKind kind) {
        return infos.flatMap(all -> all.change(user, info -> {
                    SecurityInfo next = info;
                    for (RegisteredMethod method : info.of(kind)) {
                        next = method.provesReset(clock.instant())
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

    /** Returns the methods of some kinds with which an account can give a proof now, in the order of the kinds. */
    public AbleMethods able(Account account, Collection<MethodKind> kinds) {
        return able(account, info(account.id()), kinds, clock.instant());
    }

    /** Returns the same for given security info and a given time. */
    public AbleMethods able(Account account, SecurityInfo info, Collection<MethodKind> kinds, Instant now) {
        List<AuthMethod> able = new ArrayList<>();
        for (MethodKind kind : kinds) {
            MfaVerifier verifier = verifier(kind);
            able.addAll(
                    infos.isPresent() && verifier instanceof SecurityInfoBacked securityInfoBacked
                            ? securityInfoBacked.methods(account, info, now)
                            : verifier.methods(account));
        }
        return new AbleMethods(able);
    }
}
