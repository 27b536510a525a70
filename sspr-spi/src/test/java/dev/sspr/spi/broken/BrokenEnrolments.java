package dev.sspr.spi.broken;

import static dev.sspr.spi.broken.CredentialFixture.confirming;
import static dev.sspr.spi.broken.CredentialFixture.with;

import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Verifiers whose enrolments are wrong. */
final class BrokenEnrolments {
    private BrokenEnrolments() {}

    static List<Broken> all() {
        return List.of(
                Broken.of("K1", "remembers its offers, on one node", with(BrokenEnrolments::remembers)),
                Broken.of(
                        "K1",
                        "confirms nothing in the last second",
                        confirming((twin, enrolment, verifierState, response, now) ->
                                twin.confirm(enrolment, verifierState, response, now.plusSeconds(1)))),
                Broken.of("K2", "does not bind the seed", with(BrokenEnrolments::takesAnyMemo)),
                Broken.of(
                        "K3",
                        "does not burn what confirmed",
                        with(twin -> twin.whenMade(made -> {
                            byte[] data = made.credential().data();
                            Arrays.fill(data, data.length - Long.BYTES, data.length, (byte) 0);
                            return new CredentialVerifier.EnrolmentResult.Enrolled(
                                    Credential.of(made.credential().id(), data), made.label(), made.claim());
                        }))),
                Broken.of(
                        "K7",
                        "confirms for ever",
                        confirming((twin, enrolment, verifierState, response, now) ->
                                twin.confirm(enrolment, verifierState, response, enrolment.issuedAt()))),
                Broken.of(
                        "K8",
                        "fails at a response of another kind",
                        confirming((twin, enrolment, verifierState, response, now) ->
                                twin.confirm(enrolment, verifierState, (Response.Typed) response, now))),
                Broken.of(
                        "K11",
                        "puts the code into the label",
                        confirming((twin, enrolment, verifierState, response, now) -> {
                            CredentialVerifier.EnrolmentResult enrolled =
                                    twin.confirm(enrolment, verifierState, response, now);
                            return enrolled instanceof CredentialVerifier.EnrolmentResult.Enrolled made
                                    ? new CredentialVerifier.EnrolmentResult.Enrolled(
                                            made.credential(),
                                            "confirmed with "
                                                    + response.secret().exposeTo(String::new),
                                            made.claim())
                                    : enrolled;
                        })),
                Broken.of("K11", "quotes an answer that is unfit", QuotesAnswers::new));
    }

    private static CredentialVerifier remembers(CredentialVerifier twin) {
        Map<Digest, VerifierState> offers = new ConcurrentHashMap<>();
        return new ForwardingCredentialVerifier(twin) {
            @Override
            public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
                CredentialVerifier.EnrolmentOffer offer = super.offer(enrolment);
                offers.put(enrolment.id(), offer.verifierState());
                return new CredentialVerifier.EnrolmentOffer(VerifierState.EMPTY, offer.prompt());
            }

            @Override
            public CredentialVerifier.EnrolmentResult confirm(
                    Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
                VerifierState real =
                        verifierState == null ? verifierState : offers.getOrDefault(enrolment.id(), verifierState);
                return super.confirm(enrolment, real, response, now);
            }
        };
    }

    private static CredentialVerifier takesAnyMemo(CredentialVerifier twin) {
        Map<VerifierState, Enrolment> offers = new ConcurrentHashMap<>();
        return new ForwardingCredentialVerifier(twin) {
            @Override
            public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
                CredentialVerifier.EnrolmentOffer offer = super.offer(enrolment);
                offers.put(offer.verifierState(), enrolment);
                return offer;
            }

            @Override
            public CredentialVerifier.EnrolmentResult confirm(
                    Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
                Enrolment made = enrolment == null || verifierState == null
                        ? enrolment
                        : offers.getOrDefault(verifierState, enrolment);
                return super.confirm(made, verifierState, response, now);
            }
        };
    }

    /** A verifier of knowledge whose findings repeat what was typed. */
    private static final class QuotesAnswers extends KnownAnswersTest {
        @Override
        protected CredentialVerifier verifier() {
            return new KnownAnswers() {
                @Override
                public CredentialVerifier.EnrolmentResult confirm(
                        Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
                    CredentialVerifier.EnrolmentResult enrolled =
                            super.confirm(enrolment, verifierState, response, now);
                    return enrolled instanceof CredentialVerifier.EnrolmentResult.Enrolled
                                    && response instanceof Response.Answers answers
                            ? answers.answers().stream()
                                    .map(answer -> answer.exposeTo(String::new))
                                    .filter(answer -> answer.startsWith("0"))
                                    .findFirst()
                                    .map(QuotesAnswers::unfit)
                                    .orElse(enrolled)
                            : enrolled;
                }
            };
        }

        private static CredentialVerifier.EnrolmentResult unfit(String answer) {
            return new CredentialVerifier.EnrolmentResult.Rejected(
                    List.of(new Finding("answer.begins-with-zero", Map.of("answer", answer))));
        }
    }
}
