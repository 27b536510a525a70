package dev.sspr.spi.memory;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Push with number matching, on devices that a test operates. {@link #begin} shows a number, the test types it with
 * {@link #type}, and {@link Response.Poll} asks whether that happened (R-RATE-13).
 *
 * <p>A device shows the latest challenge and accepts one answer to it: another number than the shown one is a refusal.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 *
 * <p><b>Security duty.</b> Not for production: its holder can answer every prompt.
 */
public final class ScriptedPush implements MfaVerifier {
    private final ScriptedCodes codes = new ScriptedCodes();
    private final ConcurrentHashMap<UserId, List<AuthMethod>> enrolled = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserId, Challenge> shown = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Challenge, MfaVerifier.Result> answers = new ConcurrentHashMap<>();
    private final Faults faults = new Faults("the push verifier");

    /** Makes a verifier of {@link MethodKind#PUSH} without enrolled devices. */
    public ScriptedPush() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Enrols devices for an account, in place of its earlier ones.
     *
     * @param user the account
     * @param methods its devices, the preferred one first; none removes them
     * @return this verifier
     * @throws IllegalArgumentException if a method is of another kind
     */
    public ScriptedPush enrol(UserId user, AuthMethod... methods) {
        Objects.requireNonNull(user, "user");
        List<AuthMethod> held = List.of(methods);
        if (held.stream().anyMatch(method -> !method.kind().equals(MethodKind.PUSH))) {
            throw new IllegalArgumentException("this verifier knows methods of kind push only");
        }
        enrolled.put(user, held);
        return this;
    }

    /**
     * Types a number on an account's device, for the challenge that it shows.
     *
     * @param user the account
     * @param number the number on the page
     * @throws IllegalStateException if the device shows no challenge, because none was begun for this account
     */
    public void type(UserId user, String number) {
        type(shownTo(user), number);
    }

    /**
     * Types a number for a certain challenge, as on a device that shows several.
     *
     * @param challenge the challenge
     * @param number the number on the page
     */
    public void type(Challenge challenge, String number) {
        boolean right = codes.number(challenge).equals(Objects.requireNonNull(number, "number"));
        answer(challenge, right ? MfaVerifier.Result.PASSED : MfaVerifier.Result.WRONG);
    }

    /**
     * Reports "this was not me" for the challenge that an account's device shows.
     *
     * @param user the account
     * @throws IllegalStateException if the device shows no challenge, because none was begun for this account
     */
    public void deny(UserId user) {
        answer(shownTo(user), MfaVerifier.Result.WRONG);
    }

    @Override
    public MethodKind kind() {
        return MethodKind.PUSH;
    }

    @Override
    public List<AuthMethod> methods(Account account) {
        Objects.requireNonNull(account, "account");
        return faults.around("methods", () -> enrolled.getOrDefault(account.id(), List.of()));
    }

    @Override
    public AuthMethod decoy(Digest seed) {
        Objects.requireNonNull(seed, "seed");
        return codes.decoy(MethodKind.PUSH, seed);
    }

    @Override
    public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(method, "method");
        return faults.around("begin", () -> {
            if (reachesADevice(challenge)) {
                shown.put(challenge.user(), challenge);
            }
            Prompt number = new Prompt.MatchNumber(codes.number(challenge));
            return new MfaVerifier.PreparedChallenge(VerifierState.EMPTY, Optional.empty(), Optional.of(number));
        });
    }

    @Override
    public MfaVerifier.Result check(Challenge challenge, VerifierState verifierState, Response response, Instant now) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(verifierState, "verifierState");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(now, "now");
        return faults.around("check", () -> {
            if (!now.isBefore(challenge.expiresAt())) {
                return MfaVerifier.Result.UNUSABLE;
            }
            if (!(response instanceof Response.Poll)) {
                return MfaVerifier.Result.WRONG;
            }
            MfaVerifier.Result answer = answers.getOrDefault(challenge, MfaVerifier.Result.PENDING);
            return answer == MfaVerifier.Result.PASSED && !reachesADevice(challenge)
                    ? MfaVerifier.Result.UNUSABLE
                    : answer;
        });
    }

    private Challenge shownTo(UserId user) {
        Challenge latest = shown.get(Objects.requireNonNull(user, "user"));
        if (latest == null) {
            throw new IllegalStateException(
                    "no device of " + user.value() + " shows a challenge: begin was not called");
        }
        return latest;
    }

    private boolean reachesADevice(Challenge challenge) {
        return enrolled.getOrDefault(challenge.user(), List.of()).stream()
                .anyMatch(method ->
                        method.kind().equals(challenge.kind()) && method.id().equals(challenge.methodId()));
    }

    private void answer(Challenge challenge, MfaVerifier.Result answer) {
        if (reachesADevice(challenge)) {
            MfaVerifier.Result unused = answers.putIfAbsent(challenge, answer);
        }
    }
}
