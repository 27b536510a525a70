package dev.sspr.spi.broken;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Memo;
import dev.sspr.spi.Response;
import dev.sspr.spi.Verified;
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
        Enrolled confirm(CredentialVerifier twin, Enrolment enrolment, Memo memo, Response response, Instant now);
    }

    /** Changes one check of the twin. */
    interface Checking {
        Verified check(CredentialVerifier twin, Challenge c, Memo memo, List<Credential> held, Response r, Instant now);
    }

    static Supplier<Contract> with(Function<ScriptedCredentials, CredentialVerifier> broken) {
        return () -> new CredentialFixture(broken);
    }

    static Supplier<Contract> confirming(Confirming confirming) {
        return with(twin -> new ForwardingCredentialVerifier(twin) {
            @Override
            public Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now) {
                return enrolment == null || memo == null || response == null || now == null
                        ? super.confirm(enrolment, memo, response, now)
                        : confirming.confirm(twin, enrolment, memo, response, now);
            }
        });
    }

    static CredentialVerifier checking(CredentialVerifier twin, Checking checking) {
        return new ForwardingCredentialVerifier(twin) {
            @Override
            public Verified check(Challenge c, Memo memo, List<Credential> held, Response r, Instant now) {
                return c == null || memo == null || held == null || r == null || now == null
                        ? super.check(c, memo, held, r, now)
                        : checking.check(twin, c, memo, held, r, now);
            }
        };
    }

    static Supplier<Contract> checking(Checking checking) {
        return with(twin -> checking(twin, checking));
    }

    /** Changes what the twin says of a right response. */
    static Supplier<Contract> passing(Function<Verified.Passed, Verified> passing) {
        return with(twin -> twin.whenPassed(passing));
    }
}
