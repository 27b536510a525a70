package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Credential;
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
 * The questions that somebody chose, with hashes of the answers, and a seed that decides which of them are asked when: the
 * same ones for 24 hours, whoever asks and however often (R-SQ-3).
 */
final class QuestionSet {
    private static final int VERSION = 1;
    private static final long DAY = Duration.ofHours(24).toMillis();

    private final byte[] seed;
    private final Map<String, String> hashes;

    /** A set; the seed has 32 bytes, and is no secret of the person's. */
    QuestionSet(byte[] seed, Map<String, String> hashes) {
        this.seed = seed.clone();
        this.hashes = new TreeMap<>(hashes);
    }

    static QuestionSet of(Credential credential) {
        return CredentialBytes.read(credential, VERSION, QuestionSet::read);
    }

    private static QuestionSet read(BodyReader reader) {
        byte[] seed = reader.bytes();
        Map<String, String> hashes = new TreeMap<>();
        int count = reader.octet();
        for (int i = 0; i < count; i++) {
            hashes.put(reader.text(), reader.text());
        }
        return new QuestionSet(seed, hashes);
    }

    Credential credential(String id) {
        return CredentialBytes.write(id, VERSION, writer -> {
            BodyWriter body = writer.bytes(seed).octet(hashes.size());
            hashes.forEach((question, hash) -> body.text(question).text(hash));
            return body;
        });
    }

    Optional<String> hash(String question) {
        return Optional.ofNullable(hashes.get(question));
    }

    /** How many of its questions still are questions. */
    long left(Predicate<String> known) {
        return hashes.keySet().stream().filter(known).count();
    }

    /** The questions asked at a time, of those that still are questions; empty if there are too few. */
    Optional<List<String>> drawn(Instant at, int count, Predicate<String> known) {
        List<String> left = hashes.keySet().stream().filter(known).toList();
        return left.size() < count ? Optional.empty() : Optional.of(drawn(seed, at, count, left));
    }

    /** Of some questions those asked at a time. When the day begins is the seed's secret. */
    static List<String> drawn(byte[] seed, Instant at, int count, List<String> from) {
        long offset = Math.floorMod(ByteBuffer.wrap(Sha256.of(seed)).getLong(), DAY);
        long day = Math.floorDiv(at.toEpochMilli() + offset, DAY);
        return shuffled(Sha256.of(seed, ByteBuffer.allocate(8).putLong(day).array()), count, from);
    }

    /** The first few of a shuffle that a seed decides; eight bytes a step, so that no order is likelier by more than 2^-58. */
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
