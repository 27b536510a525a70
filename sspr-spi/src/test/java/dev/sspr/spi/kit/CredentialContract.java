package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fixture for {@link CredentialVerifier}. Extend {@link CredentialVerifierContract}, which has the clauses. */
public abstract class CredentialContract extends Contract {
    /** Longer than any time step and its allowance for delay, so that a clock shows another code each time. */
    private static final Duration TICK = Duration.ofMinutes(2);

    private static final Duration LIFE = Duration.ofMinutes(10);

    private Instant now = Samples.NOW;

    /** Only the kit's own classes extend this one. */
    CredentialContract() {}

    /**
     * The verifier.
     *
     * @return the same within a test
     */
    protected abstract CredentialVerifier verifier();

    /**
     * What keeps a response from proving twice.
     *
     * @return always the same
     */
    protected abstract Repeats repeats();

    /**
     * Confirms an enrolment as the person would, and keeps the device, the paper or the answers for {@link #answer}: the
     * credential will have the id of {@code enrolment.given}, or the enrolment's in hexadecimal.
     *
     * @param enrolment the enrolment, for another account each time unless {@code held} has something
     * @param offer what the verifier offered
     * @param now when the person confirms
     * @return the right response
     */
    protected abstract Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now);

    /**
     * Answers a challenge as the person would, with what belongs to one credential. A device whose responses are {@link
     * Repeats#BURNED} goes on with each call: it shows the next code, or the code of {@code now}, which is at least two
     * minutes later each time. No more than six are left out in a row.
     *
     * @param challenge the challenge
     * @param begun what ask gave
     * @param with the credential, or what came in its place
     * @param now when the person answers
     * @return the right response
     */
    protected abstract Response answer(
            Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now);

    /**
     * Another instance, made with the same settings and keys, as another node has it.
     *
     * @return by default the verifier itself
     */
    protected CredentialVerifier otherNode() {
        return verifier();
    }

    /**
     * What an administrator puts in place for an enrolment to activate, such as an imported token's seed.
     *
     * @return another one, with another id, each time; empty by default: enrolments begin from nothing
     */
    protected Optional<Credential> given() {
        return Optional.empty();
    }

    /**
     * Whether the person makes up what confirms an enrolment, as the answers to questions: then it is right for any.
     *
     * @return false by default
     */
    protected boolean madeUp() {
        return false;
    }

    /**
     * How many credentials of this kind an account may hold at once.
     *
     * @return 2 by default; 1 for a kind that is replaced as a whole
     */
    protected int mostCredentials() {
        return 2;
    }

    /** A verifier stores nothing, so there is nothing to break. */
    @Override
    protected final void outage(boolean on) {}

    /** An enrolment that was begun. */
    record Offered(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer) {}

    /** One that was confirmed. */
    record Owned(Offered offered, Response confirmation, CredentialVerifier.EnrolmentResult.Enrolled made) {
        UserId user() {
            return offered.enrolment().user();
        }

        Credential credential() {
            return made.credential();
        }
    }

    /** A challenge that was begun. */
    record Put(Challenge challenge, List<Credential> held, MfaVerifier.PreparedChallenge begun) {}

    final Instant now() {
        return now;
    }

    /** Lets time go on far enough for a clock to show something else. */
    final Instant later() {
        now = now.plus(TICK);
        return now;
    }

    /** The same, from another moment on. */
    final Instant later(Instant moment) {
        now = moment;
        return later();
    }

    final UserId user() {
        return new UserId(samples.unique("user-"));
    }

    final Offered offered(UserId user, List<Credential> held) {
        Enrolment enrolment = new Enrolment(
                samples.digest(),
                user,
                "anna@example.com",
                "Example",
                Locale.ENGLISH,
                held,
                given(),
                now,
                now.plus(LIFE));
        return new Offered(enrolment, verifier().offer(enrolment));
    }

    final Response right(Offered offered, Instant at) {
        return confirmation(offered.enrolment(), offered.offer(), at);
    }

    final CredentialVerifier.EnrolmentResult confirm(Offered offered, Response response, Instant at) {
        return verifier().confirm(offered.enrolment(), offered.offer().verifierState(), response, at);
    }

    final Owned enrolled(String clause, UserId user, List<Credential> held) {
        Offered offered = offered(user, held);
        Response response = right(offered, now);
        CredentialVerifier.EnrolmentResult enrolled = confirm(offered, response, now);
        assertThat(enrolled)
                .as(clause + ": confirm with the right response")
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        return new Owned(offered, response, (CredentialVerifier.EnrolmentResult.Enrolled) enrolled);
    }

    final Owned enrolled(String clause) {
        return enrolled(clause, user(), List.of());
    }

    final Challenge challenge(UserId user) {
        return new Challenge(
                samples.digest(),
                new FlowId(samples.digest()),
                Purpose.RESET,
                user,
                Generation.of(1),
                verifier().kind(),
                samples.digest().hex(),
                now,
                now.plus(LIFE));
    }

    final Put put(UserId user, List<Credential> held) {
        Challenge challenge = challenge(user);
        return new Put(challenge, held, verifier().ask(challenge, held));
    }

    final Response right(Put put, Credential with, Instant at) {
        return answer(put.challenge(), put.begun(), with, at);
    }

    final CredentialVerifier.Verification check(Put put, List<Credential> held, Response response, Instant at) {
        return verifier().check(put.challenge(), put.begun().verifierState(), held, response, at);
    }

    static void assertPassed(String what, CredentialVerifier.Verification verified) {
        assertThat(verified).as(what).isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    static void assertNotPassed(String what, CredentialVerifier.Verification verified) {
        assertThat(verified).as(what).isNotInstanceOf(CredentialVerifier.Verification.Passed.class);
    }
}
