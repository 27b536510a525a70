package dev.sspr.internal.proof;

import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** States of a reset, made from a seed: every kind, every field full and empty. */
final class States {
    private static final List<MethodKind> KINDS =
            List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE, new MethodKind("push"), new MethodKind("x"));
    private static final List<String> LANGUAGES = List.of("", "en", "nl", "pt-BR", "zh-Hant-TW", "sr-Latn-RS");

    private static final List<Waiting.Told> TOLD = List.of(Waiting.Told.values());
    private static final List<Ended.Why> WHYS = List.copyOf(EnumSet.allOf(Ended.Why.class));

    private final Random random;

    private final int mostTries;

    States(long seed) {
        this(seed, 3);
    }

    /** With tries of at most so many kinds: their order among each other is free. */
    States(long seed, int mostTries) {
        random = new Random(seed);
        this.mostTries = mostTries;
    }

    /** One of each kind. */
    List<ProofState> oneOfEach() {
        List<Proof> proofs = proofs();
        return List.of(
                new Opened(ticket(), new LoginName(text(1, 60)), maybe(this::kind), instant()),
                new Asking(
                        ticket(),
                        subject(),
                        proofs,
                        tries(),
                        maybe(this::pending),
                        maybe(this::kind),
                        instant(),
                        maybe(this::digest)),
                new Waiting(
                        ticket(),
                        subject(),
                        instant(),
                        TOLD.get(random.nextInt(TOLD.size())),
                        random.nextInt(100),
                        instant(),
                        random.nextBoolean() ? Wait.Approval.NEEDED : Wait.Approval.NOT_NEEDED),
                new Proven(ticket(), subject(), proofs, maybe(this::digest), maybe(this::instant)),
                new Committing(ticket(), subject(), proofs, maybe(this::digest), instant(), maybe(this::instant)),
                new Finishing(
                        ticket(),
                        subject(),
                        proofs,
                        instant(),
                        new Finishing.Tasks(
                                random.nextBoolean(),
                                random.nextBoolean(),
                                random.nextBoolean(),
                                random.nextInt(5),
                                instant(),
                                random.nextBoolean() ? Finishing.Reach.ALL : Finishing.Reach.ONE_STORE)),
                new Settled(ticket(), new UserId(text(1, 128)), WHYS.get(random.nextInt(WHYS.size()))),
                new Ended(ticket(), WHYS.get(random.nextInt(WHYS.size()))));
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

    private Ticket ticket() {
        return new Ticket(
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
                random.nextBoolean() ? Subject.Reality.REAL : Subject.Reality.STRANGER);
    }

    private List<Proof> proofs() {
        List<Proof> proofs = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            proofs.add(new Proof(kind(), digest()));
        }
        return List.copyOf(proofs);
    }

    private Tries tries() {
        Map<MethodKind, Integer> spent = new HashMap<>();
        for (int i = random.nextInt(mostTries + 1); i > 0; i--) {
            spent.put(kind(), 1 + random.nextInt(10));
        }
        return new Tries(Map.copyOf(spent));
    }

    private Pending pending() {
        byte[] memo = new byte[random.nextInt(Memo.MAX_BYTES + 1)];
        random.nextBytes(memo);
        return new Pending(digest(), kind(), text(1, 64), digest(), instant(), instant(), Memo.of(memo));
    }
}
