package dev.sspr.spi.broken;

import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.ScriptedVerifier;
import dev.sspr.spi.memory.ScriptedVerifierTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Verifiers that are wrong. */
final class BrokenVerifiers {
    private BrokenVerifiers() {}

    /** The twin's fixture with something in front of the twin. */
    private static class Fixture extends ScriptedVerifierTest {
        private final MfaVerifier broken;

        Fixture(Function<ScriptedVerifier, MfaVerifier> broken) {
            this.broken = broken.apply(verifier);
        }

        @Override
        protected MfaVerifier verifier() {
            return broken;
        }

        @Override
        protected int rounds() {
            return 4;
        }
    }

    /** Changes one check of the twin. */
    private interface Checking {
        MfaVerifier.Result check(
                MfaVerifier twin, Challenge challenge, VerifierState verifierState, Response response, Instant now);
    }

    private static Supplier<Contract> checking(Checking checking) {
        return with(twin -> new ForwardingVerifier(twin) {
            @Override
            public MfaVerifier.Result check(
                    Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                return challenge == null || verifierState == null || response == null || now == null
                        ? super.check(challenge, verifierState, response, now)
                        : checking.check(twin, challenge, verifierState, response, now);
            }
        });
    }

    private static Supplier<Contract> with(Function<ScriptedVerifier, MfaVerifier> broken) {
        return () -> new Fixture(broken);
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("V1", "lists unconfirmed methods", () -> new Fixture(twin -> twin) {
                    @Override
                    protected Optional<Account> unconfirmed() {
                        return Optional.of(holder());
                    }
                }),
                Broken.of(
                        "V2",
                        "does not know its own links",
                        checking((twin, challenge, verifierState, response, now) -> response instanceof Response.Link
                                ? MfaVerifier.Result.WRONG
                                : twin.check(challenge, verifierState, response, now))),
                Broken.of("V3", "looks whether a response is used, then burns it", BurnsLate::new),
                Broken.of(
                        "V4",
                        "does not look at the flow",
                        () -> new BlindTo(c -> copy(
                                c, new FlowId(new Digest(1, 1)), c.generation().value()))),
                Broken.of("V4", "does not look at the generation", () -> new BlindTo(c -> copy(c, c.flow(), "any"))),
                Broken.of(
                        "V5",
                        "never expires",
                        checking((twin, challenge, verifierState, response, now) ->
                                twin.check(challenge, verifierState, response, challenge.issuedAt()))),
                Broken.of(
                        "V6", "parses a code as a number", checking((twin, challenge, verifierState, response, now) -> {
                            if (response instanceof Response.Typed) {
                                int unused = response.secret().exposeTo(c -> Integer.parseInt(new String(c)));
                            }
                            return twin.check(challenge, verifierState, response, now);
                        })),
                Broken.of(
                        "V6",
                        "reads digits of every script",
                        checking((twin, challenge, verifierState, response, now) ->
                                twin.check(challenge, verifierState, readable(response), now))),
                Broken.of("V7", "sends something for a decoy", with(BrokenVerifiers::sendsForDecoy)),
                Broken.of("V7", "makes decoys at random", with(twin -> new ForwardingVerifier(twin) {
                    @Override
                    public AuthMethod decoy(Digest seed) {
                        return super.decoy(new Digest(seed.high(), System.nanoTime()));
                    }
                })),
                Broken.of("V8", "each begin makes a new code", with(BrokenVerifiers::newCodeEachTime)),
                Broken.of(
                        "V9",
                        "has no code with a leading zero",
                        with(twin -> twin.codesFrom(c -> digits(10_000_000L + hash(c, 0) % 90_000_000L)))),
                Broken.of("V10", "lets the driver's exception through", with(twin -> new ForwardingVerifier(twin) {
                    @Override
                    public List<AuthMethod> methods(Account account) {
                        try {
                            return super.methods(account);
                        } catch (BackendUnavailableException e) {
                            throw new IllegalStateException("connection refused", e);
                        }
                    }
                })),
                Broken.of("V11", "takes null for a wrong response", with(twin -> new ForwardingVerifier(twin) {
                    @Override
                    public MfaVerifier.Result check(
                            Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                        return response == null
                                ? MfaVerifier.Result.WRONG
                                : super.check(challenge, verifierState, response, now);
                    }
                })));
    }

    private static Challenge copy(Challenge c, FlowId flow, String generation) {
        return new Challenge(
                c.id(),
                flow,
                c.purpose(),
                c.user(),
                new Generation(generation),
                c.kind(),
                c.methodId(),
                c.issuedAt(),
                c.expiresAt());
    }

    private static Response readable(Response response) {
        return response instanceof Response.Typed ? new Response.Typed(ascii(response.secret())) : response;
    }

    private static Secret ascii(Secret secret) {
        return secret.exposeTo(chars -> {
            for (int i = 0; i < chars.length; i++) {
                int digit = Character.digit(chars[i], 10);
                chars[i] = digit < 0 ? chars[i] : (char) ('0' + digit);
            }
            return Secret.of(chars);
        });
    }

    private static Secret digits(long code) {
        return Secret.of(String.format(Locale.ROOT, "%08d", code));
    }

    private static long hash(Challenge challenge, int more) {
        long mixed = (challenge.hashCode() * 31L + more) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed >>> 17;
    }

    private static MfaVerifier sendsForDecoy(ScriptedVerifier twin) {
        Destination somebody = new Destination("d", Channel.EMAIL, "somebody@example.com");
        return new ForwardingVerifier(twin) {
            @Override
            public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                MfaVerifier.PreparedChallenge begun = super.begin(challenge, method);
                return begun.code().isPresent()
                        ? begun
                        : new MfaVerifier.PreparedChallenge(
                                begun.verifierState(),
                                Optional.of(new MfaVerifier.PreparedChallenge.CodeToSend(
                                        somebody, digits(4), Optional.empty())));
            }
        };
    }

    private static MfaVerifier newCodeEachTime(ScriptedVerifier twin) {
        Map<Challenge, Integer> begun = new ConcurrentHashMap<>();
        twin.codesFrom(c -> digits(hash(c, begun.getOrDefault(c, 0)) % 100_000_000L));
        return new ForwardingVerifier(twin) {
            @Override
            public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                if (challenge != null) {
                    begun.merge(challenge, 1, Integer::sum);
                }
                return super.begin(challenge, method);
            }
        };
    }

    /** A verifier that hears some part of the challenge always alike. */
    private static final class BlindTo extends Fixture {
        private final Function<Challenge, Challenge> blind;

        BlindTo(Function<Challenge, Challenge> blind) {
            super(twin -> new ForwardingVerifier(twin) {
                @Override
                public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                    return super.begin(blind.apply(challenge), method);
                }

                @Override
                public MfaVerifier.Result check(
                        Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                    return super.check(blind.apply(challenge), verifierState, response, now);
                }
            });
            this.blind = blind;
        }

        @Override
        protected Response answer(
                Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun, Instant now) {
            return super.answer(blind.apply(challenge), method, begun, now);
        }
    }

    /** A verifier that burns responses, but not in one step. */
    private static final class BurnsLate extends Fixture {
        /** Still false when the fixture above makes its twin, which therefore burns nothing. */
        private boolean burns;

        BurnsLate() {
            super(twin -> {
                Set<Digest> burned = ConcurrentHashMap.newKeySet();
                Meeting meeting = new Meeting();
                return new ForwardingVerifier(twin) {
                    @Override
                    public MfaVerifier.Result check(
                            Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                        return judge(twin, burned, meeting, challenge, verifierState, response, now);
                    }
                };
            });
            burns = true;
        }

        private static MfaVerifier.Result judge(
                MfaVerifier twin,
                Set<Digest> burned,
                Meeting meeting,
                Challenge c,
                VerifierState verifierState,
                Response r,
                Instant now) {
            if (c != null && burned.contains(c.id())) {
                return MfaVerifier.Result.WRONG;
            }
            MfaVerifier.Result answer = twin.check(c, verifierState, r, now);
            if (answer == MfaVerifier.Result.PASSED) {
                meeting.await();
                burned.add(c.id());
            }
            return answer;
        }

        @Override
        protected boolean burnsReplays() {
            return burns;
        }
    }
}
