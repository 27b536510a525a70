package dev.sspr.spi.broken;

import static dev.sspr.spi.broken.CredentialFixture.confirming;
import static dev.sspr.spi.broken.CredentialFixture.with;

import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.EnrolmentOffer;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Memo;
import dev.sspr.spi.Response;
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
                        confirming((twin, enrolment, memo, response, now) ->
                                twin.confirm(enrolment, memo, response, now.plusSeconds(1)))),
                Broken.of("K2", "does not bind the seed", with(BrokenEnrolments::takesAnyMemo)),
                Broken.of(
                        "K3",
                        "does not burn what confirmed",
                        with(twin -> twin.whenMade(made -> {
                            byte[] data = made.credential().data();
                            Arrays.fill(data, data.length - Long.BYTES, data.length, (byte) 0);
                            return new Enrolled.Made(
                                    Credential.of(made.credential().id(), data), made.label(), made.claim());
                        }))),
                Broken.of(
                        "K7",
                        "confirms for ever",
                        confirming((twin, enrolment, memo, response, now) ->
                                twin.confirm(enrolment, memo, response, enrolment.issuedAt()))),
                Broken.of(
                        "K8",
                        "fails at a response of another kind",
                        confirming((twin, enrolment, memo, response, now) ->
                                twin.confirm(enrolment, memo, (Response.Typed) response, now))),
                Broken.of("K11", "puts the code into the label", confirming((twin, enrolment, memo, response, now) -> {
                    Enrolled enrolled = twin.confirm(enrolment, memo, response, now);
                    return enrolled instanceof Enrolled.Made made
                            ? new Enrolled.Made(
                                    made.credential(),
                                    "confirmed with " + response.secret().exposeTo(String::new),
                                    made.claim())
                            : enrolled;
                })),
                Broken.of("K11", "quotes an answer that is unfit", QuotesAnswers::new));
    }

    private static CredentialVerifier remembers(CredentialVerifier twin) {
        Map<Digest, Memo> offers = new ConcurrentHashMap<>();
        return new ForwardingCredentialVerifier(twin) {
            @Override
            public EnrolmentOffer offer(Enrolment enrolment) {
                EnrolmentOffer offer = super.offer(enrolment);
                offers.put(enrolment.id(), offer.memo());
                return new EnrolmentOffer(Memo.EMPTY, offer.prompt());
            }

            @Override
            public Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now) {
                Memo real = memo == null ? memo : offers.getOrDefault(enrolment.id(), memo);
                return super.confirm(enrolment, real, response, now);
            }
        };
    }

    private static CredentialVerifier takesAnyMemo(CredentialVerifier twin) {
        Map<Memo, Enrolment> offers = new ConcurrentHashMap<>();
        return new ForwardingCredentialVerifier(twin) {
            @Override
            public EnrolmentOffer offer(Enrolment enrolment) {
                EnrolmentOffer offer = super.offer(enrolment);
                offers.put(offer.memo(), enrolment);
                return offer;
            }

            @Override
            public Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now) {
                Enrolment made = enrolment == null || memo == null ? enrolment : offers.getOrDefault(memo, enrolment);
                return super.confirm(made, memo, response, now);
            }
        };
    }

    /** A verifier of knowledge whose findings repeat what was typed. */
    private static final class QuotesAnswers extends KnownAnswersTest {
        @Override
        protected CredentialVerifier verifier() {
            return new KnownAnswers() {
                @Override
                public Enrolled confirm(Enrolment enrolment, Memo memo, Response response, Instant now) {
                    Enrolled enrolled = super.confirm(enrolment, memo, response, now);
                    return enrolled instanceof Enrolled.Made && response instanceof Response.Answers answers
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

        private static Enrolled unfit(String answer) {
            return new Enrolled.Unfit(List.of(new Finding("answer.begins-with-zero", Map.of("answer", answer))));
        }
    }
}
