package dev.sspr.spi.broken;

import static dev.sspr.spi.broken.CredentialFixture.checking;
import static dev.sspr.spi.broken.CredentialFixture.passing;
import static dev.sspr.spi.broken.CredentialFixture.with;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.memory.ScriptedCredentialsOfTheQuestionTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Verifiers of credentials whose challenges are wrong. */
final class BrokenCredentialChecks {
    private BrokenCredentialChecks() {}

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "K4",
                        "looks at the first credential only",
                        checking((twin, c, verifierState, held, r, now) ->
                                twin.check(c, verifierState, held.subList(0, Math.min(1, held.size())), r, now))),
                Broken.of("K4", "names the first credential", checking((twin, c, verifierState, held, r, now) -> {
                    CredentialVerifier.Verification verified = twin.check(c, verifierState, held, r, now);
                    boolean other = verified instanceof CredentialVerifier.Verification.Passed passed
                            && !passed.credentialId().equals(held.get(0).id());
                    return other
                            ? new CredentialVerifier.Verification.Passed(
                                    held.get(0).id(), Optional.empty())
                            : verified;
                })),
                Broken.of(
                        "K5",
                        "brings nothing in the credential's place",
                        passing(passed ->
                                new CredentialVerifier.Verification.Passed(passed.credentialId(), Optional.empty()))),
                Broken.of("K5", "brings the credential as it was", checking((twin, c, verifierState, held, r, now) -> {
                    CredentialVerifier.Verification verified = twin.check(c, verifierState, held, r, now);
                    return verified instanceof CredentialVerifier.Verification.Passed passed
                            ? new CredentialVerifier.Verification.Passed(
                                    passed.credentialId(),
                                    held.stream()
                                            .filter(one -> one.id().equals(passed.credentialId()))
                                            .findFirst())
                            : verified;
                })),
                Broken.of(
                        "K6",
                        "does not look at the flow",
                        () -> new BlindTo(c -> copy(c, new FlowId(new Digest(1, 1)), c.purpose(), c.user()))),
                Broken.of(
                        "K6",
                        "does not look at the purpose",
                        () -> new BlindTo(c -> copy(c, c.flow(), Purpose.RESET, c.user()))),
                Broken.of(
                        "K6",
                        "does not look at the user",
                        () -> new BlindTo(c -> copy(c, c.flow(), c.purpose(), new UserId("anybody")))),
                Broken.of("K6", "takes anybody's code", with(BrokenCredentialChecks::takesAnybodys)),
                Broken.of(
                        "K7",
                        "never expires",
                        checking((twin, c, verifierState, held, r, now) ->
                                twin.check(c, verifierState, held, r, c.issuedAt()))),
                Broken.of("K8", "parses a code as a number", checking((twin, c, verifierState, held, r, now) -> {
                    if (r instanceof Response.Typed) {
                        int unused = r.secret().exposeTo(text -> Integer.parseInt(new String(text)));
                    }
                    return twin.check(c, verifierState, held, r, now);
                })),
                Broken.of(
                        "K8",
                        "takes a link for a code",
                        checking((twin, c, verifierState, held, r, now) ->
                                twin.check(c, verifierState, held, new Response.Typed(r.secret()), now))),
                Broken.of("K9", "shows something to holders only", with(twin -> new ForwardingCredentialVerifier(twin) {
                    @Override
                    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
                        MfaVerifier.PreparedChallenge begun = super.ask(challenge, held);
                        return held.isEmpty()
                                ? begun
                                : new MfaVerifier.PreparedChallenge(
                                        begun.verifierState(), begun.code(), Optional.of(new Prompt.MatchNumber("42")));
                    }
                })),
                Broken.of(
                        "K9",
                        "says that nothing is held",
                        checking((twin, c, verifierState, held, r, now) -> held.isEmpty()
                                ? new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE)
                                : twin.check(c, verifierState, held, r, now))),
                Broken.of("K10", "asks something new each time", with(twin -> new ForwardingCredentialVerifier(twin) {
                    private final AtomicInteger asked = new AtomicInteger();

                    @Override
                    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
                        MfaVerifier.PreparedChallenge begun = super.ask(challenge, held);
                        return new MfaVerifier.PreparedChallenge(
                                VerifierState.of(new byte[] {(byte) asked.incrementAndGet()}), begun.code());
                    }
                })),
                Broken.of(
                        "K12", "takes null for a wrong response", with(twin -> new ForwardingCredentialVerifier(twin) {
                            @Override
                            public CredentialVerifier.Verification check(
                                    Challenge c,
                                    VerifierState verifierState,
                                    List<Credential> held,
                                    Response r,
                                    Instant now) {
                                return r == null
                                        ? new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG)
                                        : super.check(c, verifierState, held, r, now);
                            }
                        })));
    }

    private static CredentialVerifier takesAnybodys(CredentialVerifier twin) {
        List<Credential> everybodys = new ArrayList<>();
        return checking(
                new ForwardingCredentialVerifier(twin) {
                    @Override
                    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
                        everybodys.addAll(held);
                        return super.ask(challenge, held);
                    }
                },
                (inner, c, verifierState, held, r, now) -> {
                    CredentialVerifier.Verification verified = inner.check(c, verifierState, held, r, now);
                    boolean others = !held.isEmpty()
                            && everybodys.stream()
                                    .filter(one -> held.stream()
                                            .noneMatch(own -> own.id().equals(one.id())))
                                    .anyMatch(one -> inner.check(c, verifierState, List.of(one), r, now)
                                            instanceof CredentialVerifier.Verification.Passed);
                    return others
                            ? new CredentialVerifier.Verification.Passed(
                                    held.get(0).id(), Optional.empty())
                            : verified;
                });
    }

    private static Challenge copy(Challenge c, FlowId flow, Purpose purpose, UserId user) {
        return new Challenge(
                c.id(), flow, purpose, user, c.generation(), c.kind(), c.methodId(), c.issuedAt(), c.expiresAt());
    }

    /** A verifier that hears some part of the challenge always alike, and devices that do too. */
    private static final class BlindTo extends ScriptedCredentialsOfTheQuestionTest {
        private final UnaryOperator<Challenge> blind;

        BlindTo(UnaryOperator<Challenge> blind) {
            this.blind = blind;
        }

        @Override
        protected CredentialVerifier verifier() {
            return checking(
                    verifier,
                    (twin, c, verifierState, held, r, now) -> twin.check(blind.apply(c), verifierState, held, r, now));
        }

        @Override
        protected CredentialVerifier otherNode() {
            return verifier();
        }

        @Override
        protected Response answer(
                Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
            return super.answer(blind.apply(challenge), begun, with, now);
        }
    }
}
