package dev.sspr.spi.memory;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
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
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A verifier of credentials whose devices a tester holds: each shows eight digits, which {@link #nextCode} reads.
 *
 * <p>Credentials are kept by whoever asks, as with any verifier of this role; only the devices are in this instance. A
 * second instance confirms and checks what this one offered.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 *
 * <p><b>Security duty.</b> Whoever holds it can read every code: it is not for production.
 */
public final class ScriptedCredentials implements CredentialVerifier {
    /** What a device shows. */
    public enum Codes {
        /** The code of a counter: another one each time, each good once, and the credential goes on with it. */
        COUNTED,
        /** The code of the last question: an enrolment, or a challenge. Nothing changes when it passes. */
        OF_THE_QUESTION
    }

    private final MethodKind kind;
    private final Codes codes;
    private final ConcurrentHashMap<String, ScriptedDevice> devices = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserId, ScriptedDevice> latest = new ConcurrentHashMap<>();
    private final Faults faults;
    private volatile Function<CredentialVerifier.EnrolmentResult.Enrolled, CredentialVerifier.EnrolmentResult>
            whenMade = made -> made;
    private volatile Function<CredentialVerifier.Verification.Passed, CredentialVerifier.Verification> whenPassed =
            passed -> passed;

    /**
     * Makes a verifier whose devices count.
     *
     * @param kind the kind it answers for
     */
    public ScriptedCredentials(MethodKind kind) {
        this(kind, Codes.COUNTED);
    }

    /**
     * Makes a verifier.
     *
     * @param kind the kind it answers for
     * @param codes what its devices show
     */
    public ScriptedCredentials(MethodKind kind, Codes codes) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.codes = Objects.requireNonNull(codes, "codes");
        this.faults = new Faults("the verifier of " + kind.value());
    }

    /**
     * The switch for failures, and the place to count calls.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Decides what becomes of an enrolment that was confirmed rightly: a claim, findings, waiting.
     *
     * @param script gets what would be answered and gives what is; called outside any lock
     * @return this verifier
     */
    public ScriptedCredentials whenMade(
            Function<CredentialVerifier.EnrolmentResult.Enrolled, CredentialVerifier.EnrolmentResult> script) {
        this.whenMade = Objects.requireNonNull(script, "script");
        return this;
    }

    /**
     * Decides what becomes of a response that is right: a copied device, a device that is still waiting.
     *
     * @param script gets what would be answered and gives what is; called outside any lock
     * @return this verifier
     */
    public ScriptedCredentials whenPassed(
            Function<CredentialVerifier.Verification.Passed, CredentialVerifier.Verification> script) {
        this.whenPassed = Objects.requireNonNull(script, "script");
        return this;
    }

    /**
     * Makes a device that an administrator hands out, for {@link Enrolment#given}.
     *
     * @param id the credential's id, 1 to 64 characters
     * @return what the administrator puts in place
     */
    public Credential hand(String id) {
        ScriptedDevice device = ScriptedDevice.random();
        Credential credential = device.credential(id, 0);
        devices.put(id, device);
        return credential;
    }

    /**
     * Reads the device that an account enrolled last: what to type for the enrolment or challenge that it heard of last.
     *
     * @param user whose device
     * @return eight digits; of a device that counts, others each time
     * @throws IllegalArgumentException if no enrolment was offered to this account
     */
    public Secret nextCode(UserId user) {
        ScriptedDevice device = found(latest.get(Objects.requireNonNull(user, "user")));
        return codes == Codes.COUNTED ? device.press() : device.codeFor(device.asked());
    }

    /**
     * Reads the device of an enrolment.
     *
     * @param enrolment one that was offered
     * @return what confirms it
     * @throws IllegalArgumentException if it was not offered
     */
    public Secret codeFor(Enrolment enrolment) {
        ScriptedDevice device = found(devices.get(idOf(enrolment)));
        return codes == Codes.COUNTED ? device.press() : device.codeFor(ScriptedCodes.everythingIn(enrolment));
    }

    /**
     * Reads the device behind a credential.
     *
     * @param challenge what is asked
     * @param credentialId which device
     * @return what to type
     * @throws IllegalArgumentException if there is no such device
     */
    public Secret codeFor(Challenge challenge, String credentialId) {
        ScriptedDevice device = found(devices.get(credentialId));
        return codes == Codes.COUNTED ? device.press() : device.codeFor(ScriptedCodes.everythingIn(challenge));
    }

    @Override
    public MethodKind kind() {
        return kind;
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        Objects.requireNonNull(enrolment, "enrolment");
        return faults.around("offer", () -> {
            byte[] seed = enrolment.given().isPresent() ? new byte[0] : ScriptedCodes.randomKey();
            ScriptedDevice device = devices.computeIfAbsent(
                    idOf(enrolment),
                    id -> enrolment
                            .given()
                            .map(ScriptedDevice::of)
                            .orElseGet(() -> ScriptedDevice.of(seed, enrolment)));
            device.hears(ScriptedCodes.everythingIn(enrolment));
            latest.put(enrolment.user(), device);
            return new CredentialVerifier.EnrolmentOffer(VerifierState.of(seed), Optional.empty());
        });
    }

    @Override
    public CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        Objects.requireNonNull(enrolment, "enrolment");
        Objects.requireNonNull(verifierState, "memo");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(now, "now");
        return faults.around("confirm", () -> {
            if (!now.isBefore(enrolment.expiresAt())) {
                return new CredentialVerifier.EnrolmentResult.Expired();
            }
            boolean unknown = enrolment.given().isEmpty() && verifierState.bytes().length == 0;
            ScriptedDevice device = unknown
                    ? ScriptedDevice.random()
                    : enrolment
                            .given()
                            .map(ScriptedDevice::of)
                            .orElseGet(() -> ScriptedDevice.of(verifierState.bytes(), enrolment));
            OptionalLong next = right(device, ScriptedCodes.everythingIn(enrolment), response);
            return next.isEmpty()
                    ? new CredentialVerifier.EnrolmentResult.Wrong()
                    : whenMade.apply(new CredentialVerifier.EnrolmentResult.Enrolled(
                            device.credential(idOf(enrolment), next.getAsLong()), "Scripted device", Optional.empty()));
        });
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        Objects.requireNonNull(challenge, "challenge");
        List<Credential> all = List.copyOf(held);
        return faults.around("ask", () -> {
            for (Credential credential : all) {
                ScriptedDevice device = devices.get(credential.id());
                if (device != null) {
                    device.hears(ScriptedCodes.everythingIn(challenge));
                }
            }
            return new MfaVerifier.PreparedChallenge(VerifierState.EMPTY, Optional.empty());
        });
    }

    @Override
    public CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(verifierState, "memo");
        List<Credential> all = List.copyOf(held);
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(now, "now");
        return faults.around("check", () -> judge(challenge, all, response, now));
    }

    private CredentialVerifier.Verification judge(
            Challenge challenge, List<Credential> held, Response response, Instant now) {
        if (!now.isBefore(challenge.expiresAt())) {
            return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE);
        }
        String question = ScriptedCodes.everythingIn(challenge);
        for (Credential credential : held) {
            ScriptedDevice device = ScriptedDevice.of(credential);
            OptionalLong next = right(device, question, response);
            if (next.isPresent()) {
                Credential gone = device.credential(credential.id(), next.getAsLong());
                return whenPassed.apply(new CredentialVerifier.Verification.Passed(
                        credential.id(), gone.equals(credential) ? Optional.empty() : Optional.of(gone)));
            }
        }
        if (held.isEmpty()) {
            OptionalLong unused = right(ScriptedDevice.random(), question, response);
        }
        return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    }

    /** The counter that comes next if the response is right; for a device that does not count, 0. */
    private OptionalLong right(ScriptedDevice device, String question, Response response) {
        if (!(response instanceof Response.Typed)) {
            return OptionalLong.empty();
        }
        Secret typed = ScriptedCodes.typed(response.secret());
        if (codes == Codes.COUNTED) {
            return device.after(typed);
        }
        return device.codeFor(question).equals(typed) ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static String idOf(Enrolment enrolment) {
        return enrolment.given().map(Credential::id).orElse(enrolment.id().hex());
    }

    private static ScriptedDevice found(@Nullable ScriptedDevice device) {
        if (device == null) {
            throw new IllegalArgumentException("this verifier has no such device: nothing was offered here");
        }
        return device;
    }
}
