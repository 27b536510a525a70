package dev.sspr.lockout;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Backstage;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.secret.Input;
import dev.sspr.internal.secret.Label;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.PasswordCheck;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts wrong passwords and locks a sign-in, so that nobody guesses for long and an attacker elsewhere locks no owner out.
 * A host puts its own check of a password inside {@link #guard}; the change of a password uses the same count (R-PWD-9).
 *
 * <p>The counts are kept sealed in the flow store, one small record an account and place, and outlive a restart. A new
 * {@code SsprKey} begins them anew.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> Two writes to the flow store around the check.
 * <b>Failure.</b> Without the flow store no password is looked at: {@link UnavailableException}. <b>Security duty.</b> Tell a
 * stranger the same words for a lock and a wrong password, and guard names that nobody has too.
 */
public final class SmartLockout {
    private final Plugs plugs;
    private final LockoutPolicy policy;
    private final Auditor auditor;
    private final FlowRunner<LockState> runner;
    private final OwnerTag owner;

    private SmartLockout(Plugs plugs, LockoutPolicy policy) {
        this.plugs = plugs;
        this.policy = policy;
        this.auditor = new Auditor(plugs.audit(), plugs.clock(), Purpose.LOCKOUT);
        Backstage stage = new Backstage(auditor, plugs.executor(), flow -> {});
        this.runner = new FlowRunner<>(plugs.flows(), plugs.keys(), new LockCodec(), Purpose.LOCKOUT, stage);
        this.owner = new OwnerTag(new Digests(plugs.keys(), plugs.mint()).stranger("lockout"));
    }

    /**
     * Puts a lockout together; a host calls {@code Sspr.builder} instead.
     *
     * @param plugs what the host plugged in
     * @param policy its numbers
     * @return a lockout
     */
    @SuppressWarnings("exports")
    public static SmartLockout of(Plugs plugs, LockoutPolicy policy) {
        return new SmartLockout(plugs, policy);
    }

    /**
     * Checks a password, if one may be looked at now. It is paid for before it is looked at: however many come at once, no
     * more are looked at than the threshold allows (R-RATE-4).
     *
     * @param user whose sign-in it is
     * @param place where from
     * @param password as it was typed and normalised; it is not kept, only a keyed hash of a wrong one
     * @param check looks at it, such as {@code () -> verifier.check(user, password)}; called at most once
     * @return what the check said, or that it was not made
     * @throws UnavailableException if the flow store did not answer; what the check throws is thrown on, and counts as unmade
     */
    public Attempt guard(UserId user, Place place, Secret password, Supplier<PasswordCheck> check) {
        return guard(key(user), Optional.of(user), place, password, check);
    }

    /**
     * The same for a name that nobody has, so that it locks like every other (R-ENUM-1).
     *
     * @param nobody a canonical name without an account
     * @param place where from
     * @param password as it was typed and normalised
     * @param check takes as long as the check of a real password, and says {@link PasswordCheck#WRONG}
     * @return as for an account
     */
    public Attempt guard(LoginName nobody, Place place, Secret password, Supplier<PasswordCheck> check) {
        return guard("name/" + nobody.value(), Optional.empty(), place, password, check);
    }

    private Attempt guard(
            String whom, Optional<UserId> user, Place place, Secret password, Supplier<PasswordCheck> check) {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(password, "password");
        FlowId id = id(whom, place);
        Loaded<LockState> found = found(id);
        Ran<LockState, LockState.Entry> charged = moved(found, state -> state.charge(policy, now()));
        if (charged.answer() instanceof LockState.Entry.Locked locked) {
            return new Attempt.Locked(locked.until(), Attempt.Locked.Why.TOO_MANY_WRONG);
        }
        if (charged.answer() instanceof LockState.Entry.Busy busy) {
            return new Attempt.Locked(busy.until(), Attempt.Locked.Why.TOO_MANY_AT_ONCE);
        }
        return new Attempt.Checked(looked(charged.now(), whom, user, place, password, check));
    }

    private PasswordCheck looked(
            Loaded<LockState> admitted,
            String whom,
            Optional<UserId> user,
            Place place,
            Secret password,
            Supplier<PasswordCheck> check) {
        PasswordCheck said;
        try {
            said = Objects.requireNonNull(check.get(), "check");
        } catch (RuntimeException e) {
            moved(admitted, LockState::unmade);
            throw e;
        }
        switch (said) {
            case RIGHT -> moved(admitted, state -> state.right(now()));
            case LOCKED -> moved(admitted, LockState::unmade);
            case WRONG, NOT_USABLE -> {
                Optional<Digest> typed = typed(whom, password);
                Ran<LockState, Optional<Instant>> wrong = moved(admitted, state -> state.wrong(typed, policy, now()));
                wrong.answer()
                        .ifPresent(until -> note(
                                AuditType.ACCOUNT_LOCKED,
                                user,
                                place,
                                wrong.now().state()));
            }
        }
        return said;
    }

    /**
     * Lifts the locks of an account and forgets its wrong passwords, at all places: after a reset (LCK-11), by the help desk
     * (LCK-13), or after an unlock (ruling 3). It may be done twice.
     *
     * @param user the account
     */
    public void clear(UserId user) {
        Objects.requireNonNull(user, "user");
        for (Place place : Place.values()) {
            runner.load(id(key(user), place))
                    .filter(found -> !found.state().holdsNothing())
                    .ifPresent(found -> {
                        LockState clean = LockState.clean(now());
                        moved(found, state -> Step.to(clean, true));
                        note(AuditType.LOCKOUT_CLEARED, Optional.of(user), place, clean);
                    });
        }
    }

    /**
     * How an account's sign-in stands, for whoever may know it.
     *
     * @param user the account
     * @return by place
     */
    public Map<Place, LockoutStatus> status(UserId user) {
        Objects.requireNonNull(user, "user");
        Map<Place, LockoutStatus> all = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            LockState state =
                    runner.load(id(key(user), place)).map(Loaded::state).orElseGet(() -> LockState.clean(now()));
            Optional<Instant> until = state.locked(now()) ? Optional.of(state.lockedUntil()) : Optional.empty();
            all.put(place, new LockoutStatus(until, state.failed(), state.locks()));
        }
        return all;
    }

    /** The count there is, or a new one; two that begin it at once meet at the store. */
    private Loaded<LockState> found(FlowId id) {
        Optional<Loaded<LockState>> there = runner.load(id);
        if (there.isPresent()) {
            return there.get();
        }
        try {
            return runner.begin(id, owner, Step.to(LockState.clean(now()), true));
        } catch (UnavailableException e) {
            return runner.load(id).orElseThrow(() -> e);
        }
    }

    private <A> Ran<LockState, A> moved(Loaded<LockState> found, Function<LockState, Step<LockState, A>> rule) {
        return runner.apply(found, rule).orElseThrow(() -> new UnavailableException("flow-store"));
    }

    private Instant now() {
        return Instant.ofEpochMilli(plugs.clock().millis());
    }

    private static String key(UserId user) {
        return "user/" + user.value();
    }

    private FlowId id(String whom, Place place) {
        return new FlowId(
                plugs.keys().digest().digest(new Input(Label.LOCKOUT).with(whom).with(place.name())));
    }

    private Optional<Digest> typed(String whom, Secret password) {
        return policy.repeats() == LockoutPolicy.Repeats.COUNTED
                ? Optional.empty()
                : Optional.of(password.exposeTo(chars -> plugs.keys()
                        .digest()
                        .digest(new Input(Label.WRONG_PASSWORD).with(whom).with(chars))));
    }

    private void note(AuditType type, Optional<UserId> user, Place place, LockState state) {
        auditor.note(
                type,
                Outcome.SUCCESS,
                Optional.empty(),
                user,
                Map.of("place", place.name(), "locks", String.valueOf(state.locks())));
    }
}
