package dev.sspr.spi.broken;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.ScriptedCredentials;
import dev.sspr.spi.memory.ScriptedCredentialsTest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The twin's fixture with something in front of the twin; so has the other node. */
class CredentialFixture extends ScriptedCredentialsTest {
    private final Function<ScriptedCredentials, CredentialVerifier> breaking;
    private final CredentialVerifier broken;

    CredentialFixture(Function<ScriptedCredentials, CredentialVerifier> broken) {
        this.breaking = broken;
        this.broken = broken.apply(verifier);
    }

    @Override
    protected CredentialVerifier verifier() {
        return broken;
    }

    @Override
    protected CredentialVerifier otherNode() {
        return breaking.apply(made());
    }

    /** Changes one confirmation of the twin. */
    interface Confirming {
        CredentialVerifier.EnrolmentResult confirm(
                CredentialVerifier twin,
                Enrolment enrolment,
                VerifierState verifierState,
                Response response,
                Instant now);
    }

    /** Changes one check of the twin. */
    interface Checking {
        CredentialVerifier.Verification check(
                CredentialVerifier twin,
                Challenge c,
                VerifierState verifierState,
                List<Credential> held,
                Response r,
                Instant now);
    }

    static Supplier<Contract> with(Function<ScriptedCredentials, CredentialVerifier> broken) {
        return () -> new CredentialFixture(broken);
    }

    static Supplier<Contract> confirming(Confirming confirming) {
        return with(twin -> new ForwardingCredentialVerifier(twin) {
            @Override
            public CredentialVerifier.EnrolmentResult confirm(
                    Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
                return enrolment == null || verifierState == null || response == null || now == null
                        ? super.confirm(enrolment, verifierState, response, now)
                        : confirming.confirm(twin, enrolment, verifierState, response, now);
            }
        });
    }

    static CredentialVerifier checking(CredentialVerifier twin, Checking checking) {
        return new ForwardingCredentialVerifier(twin) {
            @Override
            public CredentialVerifier.Verification check(
                    Challenge c, VerifierState verifierState, List<Credential> held, Response r, Instant now) {
                return c == null || verifierState == null || held == null || r == null || now == null
                        ? super.check(c, verifierState, held, r, now)
                        : checking.check(twin, c, verifierState, held, r, now);
            }
        };
    }

    static Supplier<Contract> checking(Checking checking) {
        return with(twin -> checking(twin, checking));
    }

    /** Changes what the twin says of a right response. */
    static Supplier<Contract> passing(
            Function<CredentialVerifier.Verification.Passed, CredentialVerifier.Verification> passing) {
        return with(twin -> twin.whenPassed(passing));
    }
}
