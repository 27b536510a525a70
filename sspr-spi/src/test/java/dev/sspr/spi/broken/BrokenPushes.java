package dev.sspr.spi.broken;

import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.ScriptedPushTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Push verifiers that are wrong. */
final class BrokenPushes {
    private BrokenPushes() {}

    /** The twin's fixture with something in front of the twin. */
    private static class Fixture extends ScriptedPushTest {
        private final Map<Challenge, MfaVerifier.PreparedChallenge> real = new ConcurrentHashMap<>();
        private final MfaVerifier broken;

        Fixture(Function<MfaVerifier, MfaVerifier> broken) {
            this.broken = broken.apply(new ForwardingVerifier(verifier) {
                @Override
                public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                    MfaVerifier.PreparedChallenge begun = super.begin(challenge, method);
                    real.put(challenge, begun);
                    return begun;
                }
            });
        }

        @Override
        protected MfaVerifier verifier() {
            return broken;
        }

        /** What the twin showed, whatever became of it. */
        final MfaVerifier.PreparedChallenge real(Challenge challenge) {
            return real.get(challenge);
        }
    }

    /** The same, where the person presses a button that types the right number. */
    private static final class Pressing extends Fixture {
        Pressing(Function<MfaVerifier, MfaVerifier> broken) {
            super(broken);
        }

        @Override
        protected Response answer(
                Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun, Instant now) {
            return super.answer(challenge, method, real(challenge), now);
        }
    }

    private static Supplier<Contract> with(Function<MfaVerifier, MfaVerifier> broken) {
        return () -> new Fixture(broken);
    }

    private interface Showing {
        Optional<Prompt> instead(Challenge challenge, AuthMethod method, Prompt shown);
    }

    private static MfaVerifier showing(MfaVerifier twin, Showing showing) {
        return new ForwardingVerifier(twin) {
            @Override
            public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                MfaVerifier.PreparedChallenge begun = super.begin(challenge, method);
                Prompt shown = begun.prompt().orElseThrow();
                return new MfaVerifier.PreparedChallenge(
                        begun.verifierState(), begun.code(), showing.instead(challenge, method, shown));
            }
        };
    }

    private static boolean isDecoy(AuthMethod method) {
        return method.endpoint().startsWith("decoy:");
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("V2", "asks to approve", () -> new Pressing(twin -> twin)),
                // V9 looks at the numbers too
                Broken.of(
                        "V2",
                        "shows no number",
                        Set.of("V9"),
                        () -> new Pressing(twin -> showing(twin, (challenge, method, shown) -> Optional.empty()))),
                // V7 wants to see a decoy wait
                Broken.of("V2", "says WRONG while it waits", Set.of("V7"), with(twin -> new ForwardingVerifier(twin) {
                    @Override
                    public MfaVerifier.Result check(
                            Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                        MfaVerifier.Result answer = super.check(challenge, verifierState, response, now);
                        return answer == MfaVerifier.Result.PENDING ? MfaVerifier.Result.WRONG : answer;
                    }
                })),
                // the next challenge of V3 is one of the account's
                Broken.of("V4", "takes one answer for all challenges", Set.of("V3"), with(BrokenPushes::oneForAll)),
                Broken.of("V4", "looks at the memo only", with(BrokenPushes::looksAtMemo)),
                Broken.of(
                        "V7",
                        "shows nothing for a decoy",
                        with(twin -> showing(
                                twin,
                                (challenge, method, shown) -> Optional.of(shown).filter(prompt -> !isDecoy(method))))),
                Broken.of("V7", "does not wait for a decoy", with(BrokenPushes::hastyWithDecoys)),
                Broken.of("V8", "shows another number each time", with(twin -> {
                    Set<Challenge> begun = ConcurrentHashMap.newKeySet();
                    return showing(
                            twin,
                            (challenge, method, shown) -> Optional.of(begun.add(challenge) ? shown : other(shown)));
                })),
                Broken.of("V9", "always shows the same number", AlwaysTheSame::new));
    }

    private static Prompt other(Prompt shown) {
        int number = Integer.parseInt(((Prompt.MatchNumber) shown).number());
        return new Prompt.MatchNumber(String.format(Locale.ROOT, "%02d", (number + 1) % 100));
    }

    private static MfaVerifier oneForAll(MfaVerifier twin) {
        Set<Challenge> begun = ConcurrentHashMap.newKeySet();
        return new ForwardingVerifier(twin) {
            @Override
            public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                MfaVerifier.PreparedChallenge made = super.begin(challenge, method);
                begun.add(challenge);
                return made;
            }

            @Override
            public MfaVerifier.Result check(
                    Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                MfaVerifier.Result own = super.check(challenge, verifierState, response, now);
                boolean any = own == MfaVerifier.Result.PENDING
                        && begun.stream()
                                .filter(one -> one.user().equals(challenge.user()))
                                .anyMatch(one ->
                                        super.check(one, verifierState, response, now) == MfaVerifier.Result.PASSED);
                return any ? MfaVerifier.Result.PASSED : own;
            }
        };
    }

    private static MfaVerifier looksAtMemo(MfaVerifier twin) {
        Map<VerifierState, Challenge> begun = new ConcurrentHashMap<>();
        return new ForwardingVerifier(twin) {
            @Override
            public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                MfaVerifier.PreparedChallenge made = super.begin(challenge, method);
                VerifierState verifierState =
                        VerifierState.of(challenge.toString().substring(0, 60).getBytes(StandardCharsets.UTF_8));
                begun.putIfAbsent(verifierState, challenge);
                return new MfaVerifier.PreparedChallenge(verifierState, made.code(), made.prompt());
            }

            @Override
            public MfaVerifier.Result check(
                    Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                Challenge said = verifierState == null ? challenge : begun.getOrDefault(verifierState, challenge);
                return super.check(challenge == null ? challenge : said, verifierState, response, now);
            }
        };
    }

    private static MfaVerifier hastyWithDecoys(MfaVerifier twin) {
        Set<Challenge> decoys = ConcurrentHashMap.newKeySet();
        return new ForwardingVerifier(twin) {
            @Override
            public MfaVerifier.PreparedChallenge begin(Challenge challenge, AuthMethod method) {
                MfaVerifier.PreparedChallenge made = super.begin(challenge, method);
                if (isDecoy(method)) {
                    decoys.add(challenge);
                }
                return made;
            }

            @Override
            public MfaVerifier.Result check(
                    Challenge challenge, VerifierState verifierState, Response response, Instant now) {
                MfaVerifier.Result answer = super.check(challenge, verifierState, response, now);
                return answer == MfaVerifier.Result.PENDING && decoys.contains(challenge)
                        ? MfaVerifier.Result.WRONG
                        : answer;
            }
        };
    }

    /** Shows 42, and takes it for the right number of every challenge. */
    private static final class AlwaysTheSame extends Fixture {
        private static final Prompt SHOWN = new Prompt.MatchNumber("42");

        AlwaysTheSame() {
            super(twin -> showing(twin, (challenge, method, shown) -> Optional.of(SHOWN)));
        }

        @Override
        protected Response answer(
                Challenge challenge, AuthMethod method, MfaVerifier.PreparedChallenge begun, Instant now) {
            MfaVerifier.PreparedChallenge real = real(challenge);
            boolean right = begun.prompt().equals(Optional.of(SHOWN));
            MfaVerifier.PreparedChallenge typed = right
                    ? real
                    : new MfaVerifier.PreparedChallenge(
                            real.verifierState(), real.code(), real.prompt().map(BrokenPushes::other));
            return super.answer(challenge, method, typed, now);
        }
    }
}
