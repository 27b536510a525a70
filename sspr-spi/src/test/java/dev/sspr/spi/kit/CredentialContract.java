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
    /** Longer than any time step with its allowance for delay, so that a clock then shows another code. */
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
     * The reason why a response cannot prove twice.
     *
     * @return always the same
     */
    protected abstract Repeats repeats();

    /**
     * Confirms an enrolment as the user would, and keeps the device, the paper or the answers for {@link #answer}. The
     * credential will have the id of {@code enrolment.given}, or the enrolment's in hexadecimal.
     *
     * @param enrolment the enrolment, for another account each time unless {@code held} is not empty
     * @param offer the verifier's offer
     * @param now the time at which the user confirms
     * @return the right response
     */
    protected abstract Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now);

    /**
     * Answers a challenge as the user would, with the device of one credential. A device whose responses are {@link
     * Repeats#BURNED} advances with each call: it shows the next code, or the code of {@code now}, which is at least
     * two minutes later each time. At most six codes in a row are skipped.
     *
     * @param challenge the challenge
     * @param begun the result of ask
     * @param with the credential, or its replacement
     * @param now the time at which the user answers
     * @return the right response
     */
    protected abstract Response answer(
            Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now);

    /**
     * Another instance with the same settings and keys, as on another node.
     *
     * @return by default the verifier itself
     */
    protected CredentialVerifier otherNode() {
        return verifier();
    }

    /**
     * A credential that an administrator assigns and an enrolment activates, such as an imported token's seed.
     *
     * @return a new one, with a new id, each time; empty by default: enrolments then start without one
     */
    protected Optional<Credential> given() {
        return Optional.empty();
    }

    /**
     * Whether the user makes up the confirming response, such as answers to questions: it is then right for any
     * enrolment.
     *
     * @return false by default
     */
    protected boolean madeUp() {
        return false;
    }

    /**
     * The number of credentials of this kind that an account may hold at once.
     *
     * @return 2 by default; 1 for a kind that is replaced as a whole
     */
    protected int mostCredentials() {
        return 2;
    }

    /** Does nothing: a verifier stores nothing that could fail. */
    @Override
    protected final void outage(boolean on) {}

    /** A started enrolment. */
    record Offered(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer) {}

    /** A confirmed enrolment. */
    record Owned(Offered offered, Response confirmation, CredentialVerifier.EnrolmentResult.Enrolled made) {
        UserId user() {
            return offered.enrolment().user();
        }

        Credential credential() {
            return made.credential();
        }
    }

    /** A prepared challenge. */
    record Put(Challenge challenge, List<Credential> held, MfaVerifier.PreparedChallenge begun) {}

    final Instant now() {
        return now;
    }

    /** Advances the time far enough for a clock to show another code. */
    final Instant later() {
        now = now.plus(TICK);
        return now;
    }

    /** The same, from another time on. */
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
