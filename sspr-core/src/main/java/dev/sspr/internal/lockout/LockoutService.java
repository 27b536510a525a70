package dev.sspr.internal.lockout;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.password.PasswordText;
import dev.sspr.policy.LockoutPolicy;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Implements {@link SmartLockout}. */
public final class LockoutService implements SmartLockout {
    private final Environment environment;
    private final LockoutPolicy policy;
    private final Auditor auditor;
    private final FlowRunner<LockState> runner;
    private final OwnerTag owner;

    public LockoutService(Environment environment, LockoutPolicy policy) {
        this.environment = environment;
        this.policy = policy;
        this.auditor = new Auditor(environment.audit(), environment.clock(), Purpose.LOCKOUT);
        EffectContext context = new EffectContext(auditor, environment.executor());
        this.runner =
                new FlowRunner<>(environment.flows(), environment.keys(), new LockCodec(), Purpose.LOCKOUT, context);
        this.owner = new OwnerTag(new Digests(environment.keys(), environment.random()).decoy("lockout"));
    }

    @Override
    public GuardResult guard(
            UserId user,
            SmartLockout.Location location,
            Secret password,
            Function<Secret, PasswordVerifier.Result> check) {
        return guard(key(user), Optional.of(user), location, password, check);
    }

    @Override
    public GuardResult guard(
            LoginName unknown,
            SmartLockout.Location location,
            Secret password,
            Function<Secret, PasswordVerifier.Result> check) {
        return guard("name/" + unknown.value(), Optional.empty(), location, password, check);
    }

    private GuardResult guard(
            String whom,
            Optional<UserId> user,
            SmartLockout.Location location,
            Secret typed,
            Function<Secret, PasswordVerifier.Result> check) {
        Objects.requireNonNull(location, "place");
        Objects.requireNonNull(typed, "password");
        try (Secret password = prepared(typed)) {
            return guarded(whom, user, location, password, check);
        }
    }

    /** Returns the form in which passwords are stored; a text that no password has stays as it is. */
    private static Secret prepared(Secret typed) {
        return PasswordText.prepare(typed) instanceof PasswordText.Prepared.Ready ready
                ? ready.secret()
                : typed.exposeTo(Secret::of);
    }

    private GuardResult guarded(
            String whom,
            Optional<UserId> user,
            SmartLockout.Location location,
            Secret password,
            Function<Secret, PasswordVerifier.Result> check) {
        List<FlowId> ids = ids(whom, location);
        LockState older = older(ids);
        StoredState<LockState> found = found(ids.get(0), older);
        Applied<LockState, LockState.Admission> charged =
                moved(found, state -> state.atLeast(older).charge(policy, now()));
        if (charged.answer() instanceof LockState.Admission.Locked locked) {
            return new GuardResult.Locked(locked.until(), GuardResult.Locked.Why.TOO_MANY_WRONG);
        }
        if (charged.answer() instanceof LockState.Admission.Busy busy) {
            return new GuardResult.Locked(busy.until(), GuardResult.Locked.Why.TOO_MANY_AT_ONCE);
        }
        return new GuardResult.Checked(looked(charged.now(), whom, user, location, password, check));
    }

    private PasswordVerifier.Result looked(
            StoredState<LockState> admitted,
            String whom,
            Optional<UserId> user,
            SmartLockout.Location location,
            Secret password,
            Function<Secret, PasswordVerifier.Result> check) {
        PasswordVerifier.Result said;
        try {
            said = Objects.requireNonNull(check.apply(password), "check");
        } catch (RuntimeException e) {
            moved(admitted, LockState::unmade);
            throw e;
        }
        switch (said) {
            case RIGHT -> {
                moved(admitted, state -> state.right(now()));
                others(ids(whom, location)).forEach(one -> moved(one, state -> Step.to(state.forgiven(now()), true)));
            }
            case LOCKED -> moved(admitted, LockState::unmade);
            case WRONG, NOT_USABLE -> {
                List<Digest> typed = typed(whom, password);
                Applied<LockState, Optional<Instant>> wrong =
                        moved(admitted, state -> state.wrong(known(typed, state), policy, now()));
                wrong.answer()
                        .ifPresent(until -> note(
                                AuditType.ACCOUNT_LOCKED,
                                user,
                                location,
                                wrong.now().state()));
            }
        }
        return said;
    }

    @Override
    public void clear(UserId user) {
        Objects.requireNonNull(user, "user");
        for (SmartLockout.Location location : SmartLockout.Location.values()) {
            List<StoredState<LockState>> held = stored(ids(key(user), location))
                    .filter(found -> !found.state().holdsNothing())
                    .toList();
            LockState clean = LockState.clean(now());
            held.forEach(found -> moved(found, state -> Step.to(clean, true)));
            if (!held.isEmpty()) {
                note(AuditType.LOCKOUT_CLEARED, Optional.of(user), location, clean);
            }
        }
    }

    @Override
    public Map<SmartLockout.Location, SmartLockout.Status> status(UserId user) {
        Objects.requireNonNull(user, "user");
        Map<SmartLockout.Location, SmartLockout.Status> all = new EnumMap<>(SmartLockout.Location.class);
        for (SmartLockout.Location location : SmartLockout.Location.values()) {
            LockState state = stored(ids(key(user), location))
                    .map(StoredState::state)
                    .reduce(LockState.clean(now()), LockState::atLeast);
            Optional<Instant> until = state.locked(now()) ? Optional.of(state.lockedUntil()) : Optional.empty();
            all.put(location, new SmartLockout.Status(until, state.failed(), state.locks()));
        }
        return all;
    }

    private Stream<StoredState<LockState>> stored(List<FlowId> ids) {
        return ids.stream().flatMap(id -> runner.load(id).stream());
    }

    /** Returns the counts that older keys have named. */
    private Stream<StoredState<LockState>> others(List<FlowId> ids) {
        return stored(ids.subList(1, ids.size()));
    }

    /** Returns the strictest count that older keys have named: a key rotation lifts no lock (F2-S4). */
    private LockState older(List<FlowId> ids) {
        return others(ids).map(StoredState::state).reduce(LockState.clean(now()), LockState::atLeast);
    }

    /** Returns the stored count, or a new one. If two callers begin a count at the same time, the store decides. */
    private StoredState<LockState> found(FlowId id, LockState older) {
        Optional<StoredState<LockState>> there = runner.load(id);
        if (there.isPresent()) {
            return there.get();
        }
        try {
            return runner.begin(id, owner, Step.to(older, true));
        } catch (UnavailableException e) {
            return runner.load(id).orElseThrow(() -> e);
        }
    }

    private <A> Applied<LockState, A> moved(
            StoredState<LockState> found, Function<LockState, Step<LockState, A>> rule) {
        return runner.apply(found, rule).orElseThrow(() -> new UnavailableException("flow-store"));
    }

    private Instant now() {
        return environment.clock().instant();
    }

    private static String key(UserId user) {
        return "user/" + user.value();
    }

    /** Returns the ids of a count under every key, the current one first. */
    private List<FlowId> ids(String whom, SmartLockout.Location location) {
        return environment
                .keys()
                .underEach(key -> new FlowId(key.digest(
                        new DigestInput(DigestLabel.LOCKOUT).with(whom).with(location.name()))));
    }

    /** Returns the digests of a wrong password under every key; none if repeats are counted. */
    private List<Digest> typed(String whom, Secret password) {
        return policy.repeats() == LockoutPolicy.Repeats.COUNTED
                ? List.of()
                : environment
                        .keys()
                        .underEach(
                                key -> password.exposeTo(chars -> key.digest(new DigestInput(DigestLabel.WRONG_PASSWORD)
                                        .with(whom)
                                        .with(chars))));
    }

    /** Returns the digest by which a count knows the password, or the current one. */
    private static Optional<Digest> known(List<Digest> typed, LockState state) {
        return typed.stream()
                .filter(state.recent()::contains)
                .findFirst()
                .or(() -> typed.stream().findFirst());
    }

    private void note(AuditType type, Optional<UserId> user, SmartLockout.Location location, LockState state) {
        auditor.note(
                type,
                Outcome.SUCCESS,
                Optional.empty(),
                user,
                Map.of("place", location.name(), "locks", String.valueOf(state.locks())));
    }
}
