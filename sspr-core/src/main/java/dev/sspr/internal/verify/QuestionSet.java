package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The chosen questions, with hashes of the answers and a seed. The seed decides which questions are asked. They stay
 * the same for 24 hours, for every caller and however often they are asked (R-SQ-3).
 */
final class QuestionSet {
    /** Hashes of answers in their first form, see {@link AnswerText#ofFormOne}. */
    private static final int FORM_ONE = 1;

    private static final int VERSION = 2;
    private static final long DAY = Duration.ofHours(24).toMillis();

    private final int version;
    private final byte[] seed;
    private final Map<String, String> hashes;

    /** Makes a set; the seed has 32 bytes and is not a secret of the user. */
    QuestionSet(byte[] seed, Map<String, String> hashes) {
        this(VERSION, seed, hashes);
    }

    private QuestionSet(int version, byte[] seed, Map<String, String> hashes) {
        this.version = version;
        this.seed = seed.clone();
        this.hashes = new TreeMap<>(hashes);
    }

    static QuestionSet of(Credential credential) {
        return CredentialBytes.read(credential, FORM_ONE, VERSION, QuestionSet::read);
    }

    private static QuestionSet read(int version, BodyReader reader) {
        byte[] seed = reader.bytes();
        Map<String, String> hashes = new TreeMap<>();
        int count = reader.octet();
        for (int i = 0; i < count; i++) {
            hashes.put(reader.text(), reader.text());
        }
        return new QuestionSet(version, seed, hashes);
    }

    Credential credential(String id) {
        return CredentialBytes.write(id, version, writer -> {
            BodyWriter body = writer.bytes(seed).octet(hashes.size());
            hashes.forEach((question, hash) -> body.text(question).text(hash));
            return body;
        });
    }

    /** Returns the form of a typed answer that the hashes of this set are made of. */
    Optional<Secret> form(Secret typed) {
        return version == FORM_ONE ? AnswerText.ofFormOne(typed) : AnswerText.of(typed);
    }

    Optional<String> hash(String question) {
        return Optional.ofNullable(hashes.get(question));
    }

    /** Returns how many of its questions still exist. */
    long left(Predicate<String> known) {
        return hashes.keySet().stream().filter(known).count();
    }

    /** Draws the questions to ask at a time from those that still exist; empty if there are too few. */
    Optional<List<String>> drawn(Instant at, int count, Predicate<String> known) {
        List<String> left = hashes.keySet().stream().filter(known).toList();
        return left.size() < count ? Optional.empty() : Optional.of(drawn(seed, at, count, left));
    }

    /**
     * Draws the questions to ask at a time from a list. The seed decides when the day begins, and that time is secret.
     */
    static List<String> drawn(byte[] seed, Instant at, int count, List<String> from) {
        long offset = Math.floorMod(ByteBuffer.wrap(Sha256.of(seed)).getLong(), DAY);
        long day = Math.floorDiv(at.toEpochMilli() + offset, DAY);
        return shuffled(Sha256.of(seed, ByteBuffer.allocate(8).putLong(day).array()), count, from);
    }

    /**
     * Returns the first items of a shuffle that a seed decides. Each step uses eight bytes, so that no order is
     * likelier by more than 2^-58.
     */
    static List<String> shuffled(byte[] seed, int count, List<String> from) {
        List<String> rest = new ArrayList<>(from);
        List<String> drawn = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long random =
                    ByteBuffer.wrap(Sha256.of(seed, new byte[] {(byte) i})).getLong();
            drawn.add(rest.remove((int) Long.remainderUnsigned(random, rest.size())));
        }
        return List.copyOf(drawn);
    }
}
