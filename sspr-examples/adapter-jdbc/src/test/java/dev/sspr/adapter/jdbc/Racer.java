package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
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
import dev.sspr.spi.kit.Race;
import dev.sspr.spi.kit.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A second node: reads a command a line, does it on 64 threads, and answers how often it succeeded. */
final class Racer {
    private final JdbcStores stores;

    private Racer(JdbcStores stores) {
        this.stores = stores;
    }

    public static void main(String[] arguments) throws IOException {
        PGConnectionPoolDataSource source = Postgres.pooled(arguments[1], Integer.parseInt(arguments[0]));
        Pool pool = new Pool(source);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (arguments.length == 2) {
            System.out.println("READY");
            in.readLine();
            System.out.println("= " + Migrations.apply(pool));
            return;
        }
        Racer racer = new Racer(Fixture.over(pool, arguments[2], JdbcStores.DEFAULT_TIMEOUT));
        System.out.println("READY");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            System.out.println("= " + racer.run(words[0], words[1], words[2]));
        }
    }

    private long run(String command, String subject, String expected) {
        return switch (command) {
            case "password" ->
                successes(
                        UserStore.PasswordWrite.Written.class::isInstance,
                        i -> stores.users()
                                .setPassword(
                                        new UserId(subject),
                                        new Generation(expected),
                                        Secret.of("a new password of "
                                                + ProcessHandle.current().pid() + " " + i),
                                        new WriteId("w-1")));
            case "unlock" ->
                successes(
                        AccountUnlocker.Result.Unlocked.class::isInstance,
                        i -> stores.users().unlock(new UserId(subject), new Generation(expected)));
            case "charge" ->
                successes(
                        CounterStore.Charge.Added.class::isInstance,
                        i -> stores.counters()
                                .add(
                                        new CounterKey(digest(subject)),
                                        1,
                                        Long.parseLong(expected),
                                        Duration.ofHours(1),
                                        Samples.NOW));
            case "replace" ->
                successes(
                        Replaced.REPLACED::equals,
                        i -> stores.flows().replace(flow(subject, Long.parseLong(expected))));
            case "methods" ->
                successes(
                        Stored.STORED::equals,
                        i -> stores.methods()
                                .store(new MethodStore.MethodSet(
                                        new UserId(subject), Long.parseLong(expected), Set.of(), body(subject))));
            case "claim" ->
                successes(
                        Stored.STORED::equals,
                        i -> stores.methods()
                                .store(new MethodStore.MethodSet(
                                        new UserId(expected
                                                + ProcessHandle.current().pid() + "-" + i),
                                        1,
                                        Set.of(digest(subject)),
                                        body(subject))));
            case "find" ->
                stores.flows()
                        .find(new FlowId(digest(subject)))
                        .map(StoredFlow::version)
                        .orElse(0L);
            case "sum" ->
                stores.counters()
                        .add(new CounterKey(digest(subject)), 0, 0, Duration.ofHours(1), Samples.NOW)
                        .total();
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static <T> long successes(Predicate<T> success, IntFunction<T> work) {
        List<T> results = Race.run(work);
        return results.stream().filter(success).count();
    }

    static StoredFlow flow(String id, long version) {
        Digest digest = digest(id);
        Instant end = Samples.at(60_000);
        return new StoredFlow(
                new FlowId(digest),
                new OwnerTag(digest),
                Purpose.RESET,
                version,
                end,
                Optional.empty(),
                SealedBody.of(digest.bytes()));
    }

    private static SealedBody body(String text) {
        return SealedBody.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Digest digest(String number) {
        return new Digest(Long.parseLong(number), 7);
    }
}
