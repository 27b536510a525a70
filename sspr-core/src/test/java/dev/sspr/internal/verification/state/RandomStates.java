package dev.sspr.internal.verification.state;

import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** States of a reset, made from a seed: every kind, every field full and empty. */
final class RandomStates {
    private static final List<MethodKind> KINDS =
            List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, new MethodKind("push"), new MethodKind("x"));
    private static final List<String> LANGUAGES = List.of("", "en", "nl", "pt-BR", "zh-Hant-TW", "sr-Latn-RS");

    private static final List<Waiting.Told> TOLD = List.of(Waiting.Told.values());
    private static final List<FlowEnded.Why> WHYS = List.copyOf(EnumSet.allOf(FlowEnded.Why.class));

    private final Random random;

    private final int mostTries;

    RandomStates(long seed) {
        this(seed, 3);
    }

    /** With tries of at most so many kinds: their order among each other is free. */
    RandomStates(long seed, int mostTries) {
        random = new Random(seed);
        this.mostTries = mostTries;
    }

    /** One of each kind. */
    List<FlowState> oneOfEach() {
        List<Proof> proofs = proofs();
        return List.of(
                new Identifying(header(), new LoginName(text(1, 60)), maybe(this::kind), instant()),
                new AwaitingResponse(
                        header(),
                        subject(),
                        proofs,
                        attempts(),
                        maybe(this::pendingChallenge),
                        maybe(this::kind),
                        instant(),
                        maybe(this::digest)),
                new Waiting(
                        header(),
                        subject(),
                        instant(),
                        TOLD.get(random.nextInt(TOLD.size())),
                        random.nextInt(100),
                        instant(),
                        random.nextBoolean() ? WaitingPeriod.Approval.NEEDED : WaitingPeriod.Approval.NOT_NEEDED),
                new ProofsComplete(header(), subject(), proofs, maybe(this::digest), maybe(this::instant)),
                new Committing(header(), subject(), proofs, maybe(this::digest), instant(), maybe(this::instant)),
                finishing(proofs),
                new Completed(header(), new UserId(text(1, 128)), WHYS.get(random.nextInt(WHYS.size()))),
                new FlowEnded(header(), WHYS.get(random.nextInt(WHYS.size()))));
    }

    /** As the first form says it: messages are tried when the rest is. */
    private FinishingCommit finishing(List<Proof> proofs) {
        FlowHeader header = header();
        Subject subject = subject();
        Instant writtenBy = instant();
        boolean sessions = random.nextBoolean();
        boolean notices = random.nextBoolean();
        boolean locks = random.nextBoolean();
        int failures = random.nextInt(5);
        Instant nextAt = instant();
        Instant until = writtenBy.plus(FinishingCommit.NOTICE_LIFE);
        return new FinishingCommit(
                header,
                subject,
                proofs,
                writtenBy,
                new FinishingCommit.Tasks(
                        sessions,
                        notices ? Optional.of(new PendingNotice(failures, nextAt, until, Set.of())) : Optional.empty(),
                        locks,
                        failures,
                        nextAt,
                        random.nextBoolean() ? FinishingCommit.Reach.ALL : FinishingCommit.Reach.ONE_STORE));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        T made = value.get();
        return random.nextBoolean() ? Optional.of(made) : Optional.empty();
    }

    private Digest digest() {
        return new Digest(random.nextLong(), random.nextLong());
    }

    /** Whole milliseconds, up to the year 10000. */
    private Instant instant() {
        return Instant.ofEpochMilli((random.nextLong() >>> 1) % 253_402_300_799_999L);
    }

    private MethodKind kind() {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    private String text(int least, int most) {
        StringBuilder text = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        String letters = "abcxyz0189-_.\u00e9\u03bb\u4e2d";
        while (text.length() < length) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private FlowHeader header() {
        return new FlowHeader(
                digest(),
                instant(),
                Locale.forLanguageTag(LANGUAGES.get(random.nextInt(LANGUAGES.size()))),
                random.nextInt(256),
                instant());
    }

    private Subject subject() {
        return new Subject(
                new UserId(text(1, 128)),
                new Generation(text(1, 64)),
                1 + random.nextInt(2),
                random.nextBoolean() ? Subject.Reality.EXISTING : Subject.Reality.DECOY);
    }

    private List<Proof> proofs() {
        List<Proof> proofs = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            proofs.add(new Proof(kind(), digest()));
        }
        return List.copyOf(proofs);
    }

    private AttemptCounts attempts() {
        Map<MethodKind, Integer> spent = new HashMap<>();
        for (int i = random.nextInt(mostTries + 1); i > 0; i--) {
            spent.put(kind(), 1 + random.nextInt(10));
        }
        return new AttemptCounts(Map.copyOf(spent));
    }

    private PendingChallenge pendingChallenge() {
        byte[] memo = new byte[random.nextInt(VerifierState.MAX_BYTES + 1)];
        random.nextBytes(memo);
        return new PendingChallenge(
                digest(), kind(), text(1, 64), digest(), instant(), instant(), VerifierState.of(memo));
    }
}
