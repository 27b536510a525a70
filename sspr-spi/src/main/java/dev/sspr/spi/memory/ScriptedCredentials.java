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
 * A credential verifier whose devices belong to a test: each shows eight digits, which {@link #nextCode} reads.
 *
 * <p>The caller keeps the credentials, as with any verifier of this role; this instance has only the devices. A second
 * instance confirms and checks what this one offered.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 *
 * <p><b>Security duty.</b> Not for production: its holder can read every code.
 */
public final class ScriptedCredentials implements CredentialVerifier {
    /** The kind of code that a device shows. */
    public enum Codes {
        /** The code of a counter. Each code is different and valid once, and the credential advances with it. */
        COUNTED,
        /** The code of the last enrolment or challenge. The credential does not change when it passes. */
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
     * @param kind the kind that it serves
     */
    public ScriptedCredentials(MethodKind kind) {
        this(kind, Codes.COUNTED);
    }

    /**
     * Makes a verifier.
     *
     * @param kind the kind that it serves
     * @param codes the kind of code that its devices show
     */
    public ScriptedCredentials(MethodKind kind, Codes codes) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.codes = Objects.requireNonNull(codes, "codes");
        this.faults = new Faults("the verifier of " + kind.value());
    }

    /**
     * The failures that a test can request; its hook can count calls.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Changes the result of a rightly confirmed enrolment: to a claim, findings or waiting.
     *
     * @param script maps the normal result to the returned one; called outside any lock
     * @return this verifier
     */
    public ScriptedCredentials whenMade(
            Function<CredentialVerifier.EnrolmentResult.Enrolled, CredentialVerifier.EnrolmentResult> script) {
        this.whenMade = Objects.requireNonNull(script, "script");
        return this;
    }

    /**
     * Changes the result of a right response: to a copied device, or a device that is still waiting.
     *
     * @param script maps the normal result to the returned one; called outside any lock
     * @return this verifier
     */
    public ScriptedCredentials whenPassed(
            Function<CredentialVerifier.Verification.Passed, CredentialVerifier.Verification> script) {
        this.whenPassed = Objects.requireNonNull(script, "script");
        return this;
    }

    /**
     * Makes a device for an administrator to assign, see {@link Enrolment#given}.
     *
     * @param id the credential's id, 1 to 64 characters
     * @return the credential that the administrator assigns
     */
    public Credential hand(String id) {
        ScriptedDevice device = ScriptedDevice.random();
        Credential credential = device.credential(id, 0);
        devices.put(id, device);
        return credential;
    }

    /**
     * Reads the device that an account enrolled last: the code for its latest enrolment or challenge.
     *
     * @param user the account
     * @return eight digits; a device that counts shows others each time
     * @throws IllegalArgumentException if no enrolment was offered to this account
     */
    public Secret nextCode(UserId user) {
        ScriptedDevice device = found(latest.get(Objects.requireNonNull(user, "user")));
        return codes == Codes.COUNTED ? device.nextCode() : device.codeFor(device.asked());
    }

    /**
     * Reads the device of an enrolment.
     *
     * @param enrolment an enrolment that was offered
     * @return the code that confirms it
     * @throws IllegalArgumentException if it was not offered
     */
    public Secret codeFor(Enrolment enrolment) {
        ScriptedDevice device = found(devices.get(idOf(enrolment)));
        return codes == Codes.COUNTED ? device.nextCode() : device.codeFor(ScriptedCodes.textOf(enrolment));
    }

    /**
     * Reads the device behind a credential.
     *
     * @param challenge the challenge
     * @param credentialId the credential
     * @return the code to type
     * @throws IllegalArgumentException if the device does not exist
     */
    public Secret codeFor(Challenge challenge, String credentialId) {
        ScriptedDevice device = found(devices.get(credentialId));
        return codes == Codes.COUNTED ? device.nextCode() : device.codeFor(ScriptedCodes.textOf(challenge));
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
            device.receive(ScriptedCodes.textOf(enrolment));
            latest.put(enrolment.user(), device);
            return new CredentialVerifier.EnrolmentOffer(VerifierState.of(seed), Optional.empty());
        });
    }

    @Override
    public CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        Objects.requireNonNull(enrolment, "enrolment");
        Objects.requireNonNull(verifierState, "verifierState");
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
            OptionalLong next = right(device, ScriptedCodes.textOf(enrolment), response);
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
                    device.receive(ScriptedCodes.textOf(challenge));
                }
            }
            return new MfaVerifier.PreparedChallenge(VerifierState.EMPTY, Optional.empty());
        });
    }

    @Override
    public CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(verifierState, "verifierState");
        List<Credential> all = List.copyOf(held);
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(now, "now");
        return faults.around("check", () -> verify(challenge, all, response, now));
    }

    private CredentialVerifier.Verification verify(
            Challenge challenge, List<Credential> held, Response response, Instant now) {
        if (!now.isBefore(challenge.expiresAt())) {
            return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE);
        }
        String question = ScriptedCodes.textOf(challenge);
        for (Credential credential : held) {
            ScriptedDevice device = ScriptedDevice.of(credential);
            OptionalLong next = right(device, question, response);
            if (next.isPresent()) {
                Credential advanced = device.credential(credential.id(), next.getAsLong());
                return whenPassed.apply(new CredentialVerifier.Verification.Passed(
                        credential.id(), advanced.equals(credential) ? Optional.empty() : Optional.of(advanced)));
            }
        }
        if (held.isEmpty()) {
            OptionalLong unused = right(ScriptedDevice.random(), question, response);
        }
        return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    }

    /** The next counter if the response is right; 0 for a device that does not count. */
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
            throw new IllegalArgumentException("this verifier has no such device: it offered no enrolment for it");
        }
        return device;
    }
}
