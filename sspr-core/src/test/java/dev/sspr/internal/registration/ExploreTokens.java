package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreFlow.Put;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A kind whose codes are words: {@code e-…} confirms an enrolment, {@code u-…-n} is the n-th use of the credential. One of
 * the kind that a person only knows has one word for ever.
 */
final class ExploreTokens implements CredentialVerifier {
    private final ExploreHost host;
    private final MethodKind kind;

    ExploreTokens(ExploreHost host, MethodKind kind) {
        this.host = host;
        this.kind = kind;
    }

    static Credential credential(String id, int uses) {
        return Credential.of(id, String.valueOf(uses).getBytes(StandardCharsets.US_ASCII));
    }

    static Secret confirming(String id) {
        return Secret.of("e-" + id);
    }

    /** The next right word of a credential. */
    static Secret word(MethodKind kind, Credential held) {
        boolean known = kind.equals(MethodKind.QUESTIONS);
        return Secret.of("u-" + held.id() + (known ? "" : "-" + uses(held)));
    }

    private static int uses(Credential held) {
        return Integer.parseInt(new String(held.data(), StandardCharsets.US_ASCII));
    }

    @Override
    public MethodKind kind() {
        return kind;
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        String id = enrolment.id().hex();
        host.current().puts.add(new Put(enrolment.id(), kind, host.turn().who.name(), confirming(id)));
        host.sim.makers.put(id, host.turn().who.name());
        return new CredentialVerifier.EnrolmentOffer(
                VerifierState.of(id.getBytes(StandardCharsets.US_ASCII)), Optional.empty());
    }

    @Override
    public CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        return host.gate.pass("confirm", () -> {
            if (!now.isBefore(enrolment.expiresAt())) {
                return new CredentialVerifier.EnrolmentResult.Expired();
            }
            String id = enrolment.id().hex();
            boolean right = response.secret().equals(confirming(id))
                    && new String(verifierState.bytes(), StandardCharsets.US_ASCII).equals(id);
            return right || host.lies(ExploreFault.TOKENS_CONFIRM_ANYTHING)
                    ? new CredentialVerifier.EnrolmentResult.Enrolled(credential(id, 0), "a token", Optional.empty())
                    : new CredentialVerifier.EnrolmentResult.Wrong();
        });
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        return new MfaVerifier.PreparedChallenge(VerifierState.EMPTY, Optional.empty());
    }

    @Override
    public CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        return host.gate.pass("check", () -> {
            for (Credential one : held) {
                boolean purpose = host.lies(ExploreFault.TOKENS_IGNORE_PURPOSE)
                        && response.secret().equals(confirming(one.id()));
                if (response.secret().equals(word(kind, one)) || purpose) {
                    boolean known = kind.equals(MethodKind.QUESTIONS) || host.lies(ExploreFault.TOKENS_NEVER_ADVANCE);
                    return new CredentialVerifier.Verification.Passed(
                            one.id(), known ? Optional.empty() : Optional.of(credential(one.id(), uses(one) + 1)));
                }
                if (response.secret().equals(Secret.of("copy-" + one.id()))) {
                    return new CredentialVerifier.Verification.Cloned(one.id());
                }
            }
            return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
        });
    }
}
