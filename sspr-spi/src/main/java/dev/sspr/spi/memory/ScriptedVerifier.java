package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A verifier for a test, which enrols the methods and reads or sets the codes.
 *
 * <p>The engine sends the code of a method with a destination; for a method without one, {@link #codeFor} acts as the
 * device.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 *
 * <p><b>Security duty.</b> Not for production: its holder can read every code.
 */
public final class ScriptedVerifier implements MfaVerifier {
    /** The component that ensures that a response passes once (V3). */
    public enum Replays {
        /** The engine, which accepts one proof per challenge: the verifier passes the right response each time. */
        LEFT_TO_ENGINE,
        /** The verifier: it passes the right response once. */
        BURNED
    }

    private final MethodKind kind;
    private final Replays replays;
    private final ScriptedCodes codes = new ScriptedCodes();
    private final ConcurrentHashMap<UserId, List<AuthMethod>> enrolled = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Digest, Instant> burned = new ConcurrentHashMap<>();
    private final Faults faults;
    private volatile Function<Challenge, Secret> script = codes::digits;
    private volatile boolean pending;

    /**
     * Makes a verifier that leaves replays to the engine.
     *
     * @param kind the kind that it serves
     */
    public ScriptedVerifier(MethodKind kind) {
        this(kind, Replays.LEFT_TO_ENGINE);
    }

    /**
     * Makes a verifier.
     *
     * @param kind the kind that it serves
     * @param replays the component that ensures that a response passes once
     */
    public ScriptedVerifier(MethodKind kind, Replays replays) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.replays = Objects.requireNonNull(replays, "replays");
        this.faults = new Faults("the verifier of " + kind.value());
    }

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Enrols methods for an account, in place of its earlier ones.
     *
     * @param user the account
     * @param methods its methods of this kind, the preferred one first; none removes them
     * @return this verifier
     * @throws IllegalArgumentException if a method is of another kind
     */
    public ScriptedVerifier enrol(UserId user, AuthMethod... methods) {
        Objects.requireNonNull(user, "user");
        List<AuthMethod> held = List.of(methods);
        if (held.stream().anyMatch(method -> !method.kind().equals(kind))) {
            throw new IllegalArgumentException("this verifier knows methods of kind " + kind.value() + " only");
        }
        enrolled.put(user, held);
        return this;
    }

    /**
     * Sets the codes. Without this call they are eight digits derived from the challenge and a key of this instance.
     *
     * @param script returns the code of a challenge, always the same for one challenge; called outside any lock
     * @return this verifier
     */
    public ScriptedVerifier codesFrom(Function<Challenge, Secret> script) {
        this.script = Objects.requireNonNull(script, "script");
        return this;
    }

    /**
     * Makes every check return {@link MfaVerifier.Result#PENDING}, like a push that the user has not answered, or stops
     * that.
     *
     * @param on true to start, false to stop
     */
    public void answerPending(boolean on) {
        this.pending = on;
    }

    /**
     * Reads the code of a challenge, as the user's device or mailbox would show it.
     *
     * @param challenge the challenge
     * @return the code to type
     */
    public Secret codeFor(Challenge challenge) {
        return script.apply(Objects.requireNonNull(challenge, "challenge"));
    }

    @Override
    public MethodKind kind() {
        return kind;
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        Objects.requireNonNull(account, "account");
        return faults.around("methods", () -> enrolled.getOrDefault(account.id(), List.of()));
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        Objects.requireNonNull(seed, "seed");
        return codes.decoy(kind, seed);
    }

    @Override
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(method, "method");
        return faults.around("begin", () -> {
            // a decoy has no destination, so there is nothing to send
            Optional<MfaVerifier.PreparedChallenge.CodeToSend> code = method.destination()
                    .map(to -> new MfaVerifier.PreparedChallenge.CodeToSend(
                            to, script.apply(challenge), Optional.of(codes.link(challenge))));
            return new MfaVerifier.PreparedChallenge(VerifierState.EMPTY, code);
        });
    }

    @Override
    public MfaVerifier.Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(verifierState, "verifierState");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(now, "now");
        return faults.around("check", () -> judge(challenge, response, now));
    }

    private MfaVerifier.Result judge(Challenge challenge, Response response, Instant now) {
        if (!now.isBefore(challenge.expiresAt())) {
            return MfaVerifier.Result.UNUSABLE;
        }
        if (pending) {
            return MfaVerifier.Result.PENDING;
        }
        boolean held = enrolled.getOrDefault(challenge.user(), List.of()).stream()
                .anyMatch(method -> method.id().equals(challenge.methodId())
                        && challenge.kind().equals(kind));
        boolean right = response instanceof Response.Typed
                ? ScriptedCodes.typed(response.secret()).equals(script.apply(challenge))
                : response.secret().equals(codes.link(challenge));
        if (!right || !held) {
            return MfaVerifier.Result.WRONG;
        }
        if (replays == Replays.BURNED) {
            burned.values().removeIf(expired -> !now.isBefore(expired));
            return burned.putIfAbsent(challenge.id(), challenge.expiresAt()) == null
                    ? MfaVerifier.Result.PASSED
                    : MfaVerifier.Result.WRONG;
        }
        return MfaVerifier.Result.PASSED;
    }
}
