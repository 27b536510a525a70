package dev.sspr.spi.kit;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.FlowStore.Replaced;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MethodStore.Stored;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.WriteId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One side of a race on a shared store. Several sides with the same seed, in threads or in processes, use the same
 * keys. The sum of their counts must be as each method states.
 */
public final class StoreRaces {
    /** The limit of {@link #addToCounters}. */
    public static final int LIMIT = 10;

    private StoreRaces() {}

    /**
     * Replaces version 1 of many flows by version 2 (F3), after inserting missing ones (F1).
     *
     * @param store the store
     * @param seed the same for all sides, another for each race
     * @param rounds the number of flows
     * @param threads the number of threads of this side that write each flow
     * @return {@code inserted} and {@code replaced}; each must add up to {@code rounds} over all sides
     */
    public static Map<String, Long> replaceFlows(FlowStore store, long seed, int rounds, int threads) {
        Random keys = new Random(seed);
        long inserted = 0;
        long replaced = 0;
        for (int round = 0; round < rounds; round++) {
            FlowId id = new FlowId(new Digest(keys.nextLong(), keys.nextLong()));
            List<Integer> wins = Race.run(threads, i -> {
                boolean first = store.insert(flow(id, 1)) == FlowStore.Inserted.INSERTED;
                boolean won = store.replace(flow(id, 2)) == Replaced.REPLACED;
                return (first ? 1 : 0) + (won ? 1000 : 0);
            });
            for (int win : wins) {
                inserted += win % 1000;
                replaced += win / 1000;
            }
        }
        return Map.of("inserted", inserted, "replaced", replaced);
    }

    /**
     * Adds 1 to many counters under a limit of {@link #LIMIT} (C2).
     *
     * @param store the store
     * @param seed the same for all sides, another for each race
     * @param rounds the number of counters
     * @param threads the number of threads of this side that add to each counter; {@link #LIMIT} or more over all sides
     * @return {@code added}; it must add up to {@code LIMIT * rounds} over all sides
     */
    public static Map<String, Long> addToCounters(CounterStore store, long seed, int rounds, int threads) {
        Random keys = new Random(seed);
        long added = 0;
        for (int round = 0; round < rounds; round++) {
            CounterKey key = new CounterKey(new Digest(keys.nextLong(), keys.nextLong()));
            added += Race.run(threads, i -> store.add(key, 1, LIMIT, Duration.ofHours(1), Samples.NOW)).stream()
                    .filter(CounterStore.Charge.Added.class::isInstance)
                    .count();
        }
        return Map.of("added", added);
    }

    /**
     * Writes passwords to one account, each if the generation is still the one just read (U6, U7).
     *
     * @param store the store
     * @param id an account in use
     * @param rounds the number of attempts of each thread
     * @param threads the number of threads of this side
     * @return {@code written}, the number of answers {@code Written}; and one {@code generation} name with 1 for each
     *     returned generation: none may reach 2 over all sides
     */
    public static Map<String, Long> writePasswords(UserStore store, UserId id, int rounds, int threads) {
        Map<String, Long> counts = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            List<UserStore.PasswordWrite> answers = Race.run(threads, i -> {
                try (Secret password = Secret.of("a password of thread " + i)) {
                    Generation seen = store.load(id).orElseThrow().generation();
                    return store.setPassword(
                            id, seen, password, new WriteId(UUID.randomUUID().toString()));
                }
            });
            for (UserStore.PasswordWrite answer : answers) {
                if (answer instanceof UserStore.PasswordWrite.Written written) {
                    counts.merge("written", 1L, Long::sum);
                    counts.merge("generation " + written.now().value(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    /**
     * Stores version 1 and version 2 of many accounts' security info (M2), and one claim for each of many accounts of
     * this side and the others (M4).
     *
     * @param store the store
     * @param seed the same for all sides, another for each race
     * @param rounds the number of accounts, and of claims
     * @param threads the number of threads of this side that store each version and each claim
     * @return {@code first}, {@code second} and {@code claimed}; each must add up to {@code rounds} over all sides
     */
    public static Map<String, Long> storeMethods(MethodStore store, long seed, int rounds, int threads) {
        Random keys = new Random(seed);
        Samples own = new Samples();
        Map<String, Long> counts = new TreeMap<>(Map.of("first", 0L, "second", 0L, "claimed", 0L));
        for (int round = 0; round < rounds; round++) {
            Digest key = new Digest(keys.nextLong(), keys.nextLong());
            UserId shared = new UserId("raced-" + key.hex());
            List<UserId> others = Stream.generate(() -> new UserId(own.unique("racer-")))
                    .limit(threads)
                    .toList();
            List<List<Stored>> answers = Race.run(
                    threads,
                    i -> List.of(
                            store.store(new MethodStore.MethodSet(shared, 1, Set.of(), SealedBody.of(new byte[64]))),
                            store.store(new MethodStore.MethodSet(shared, 2, Set.of(), SealedBody.of(new byte[64]))),
                            store.store(new MethodStore.MethodSet(
                                    others.get(i), 1, Set.of(key), SealedBody.of(new byte[64])))));
            for (List<Stored> answer : answers) {
                counts.merge("first", answer.get(0) == Stored.STORED ? 1L : 0L, Long::sum);
                counts.merge("second", answer.get(1) == Stored.STORED ? 1L : 0L, Long::sum);
                counts.merge("claimed", answer.get(2) == Stored.STORED ? 1L : 0L, Long::sum);
            }
        }
        return counts;
    }

    private static StoredFlow flow(FlowId id, long version) {
        return new StoredFlow(
                id,
                new OwnerTag(id.digest()),
                Purpose.RESET,
                version,
                Samples.at(900_000),
                Optional.empty(),
                SealedBody.of(new byte[64]));
    }
}
