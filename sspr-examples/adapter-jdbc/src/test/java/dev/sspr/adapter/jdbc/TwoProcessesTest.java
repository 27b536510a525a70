package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.FlowStore.Inserted;
import dev.sspr.spi.FlowStore.Replaced;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The race clauses with two Java processes of 64 threads each on one PostgreSQL (R-RACE-1..3). */
@Timeout(120)
final class TwoProcessesTest {
    private static final String DATABASE = "two_processes";
    private static final String TENANT = "t-" + UUID.randomUUID();

    private static JdbcStores here;
    private static Node one;
    private static Node two;

    private final Samples samples = new Samples();
    private final String number = Long.toString(samples.random().nextLong());

    @BeforeAll
    @Timeout(120)
    static void start() throws IOException {
        Postgres.newDatabase(DATABASE);
        here = JdbcStores.open(Postgres.plain(DATABASE), TENANT);
        one = new Node(DATABASE, TENANT);
        two = new Node(DATABASE, TENANT);
        one.answer();
        two.answer();
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    private static List<Long> both(String command) {
        one.tell(command);
        two.tell(command);
        return List.of(one.number(), two.number());
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void u6_twoProcesses_oneIsWritten() {
        UserId anna = new UserId(samples.unique("anna-"));
        here.accounts().create(NewAccount.of(anna, samples.login()), samples.password(), Samples.NOW);
        for (int round = 0; round < 10; round++) {
            String seen = here.users().load(anna).orElseThrow().generation().value();

            assertThat(sum(both("password " + anna.value() + " " + seen))).isEqualTo(1);
        }
    }

    @Test
    void l6_twoProcesses_oneUnlocks() {
        UserId anna = new UserId(samples.unique("anna-"));
        here.accounts().create(NewAccount.of(anna, samples.login()), samples.password(), Samples.NOW);
        String seen = here.users().load(anna).orElseThrow().generation().value();
        for (int round = 0; round < 50; round++) {
            here.accounts().setStatus(anna, AccountStatus.LOCKED);

            assertThat(sum(both("unlock " + anna.value() + " " + seen))).isEqualTo(1);
        }
    }

    @Test
    void l7_twoProcesses_neverSwitchOn() {
        UserId anna = new UserId(samples.unique("anna-"));
        here.accounts().create(NewAccount.of(anna, samples.login()), samples.password(), Samples.NOW);
        String seen = here.users().load(anna).orElseThrow().generation().value();
        for (int round = 0; round < 50; round++) {
            here.accounts().setStatus(anna, AccountStatus.LOCKED);
            one.tell("unlock " + anna.value() + " " + seen);
            two.tell("unlock " + anna.value() + " " + seen);
            here.accounts().setStatus(anna, AccountStatus.DISABLED);

            assertThat(one.number() + two.number()).isLessThanOrEqualTo(1);
            assertThat(here.users().load(anna).orElseThrow().status()).isEqualTo(AccountStatus.DISABLED);
        }
    }

    @Test
    void f3_twoProcesses_oneIsReplaced() {
        assertThat(here.flows().insert(Racer.flow(number, 1))).isEqualTo(Inserted.INSERTED);
        for (int version = 2; version < 52; version++) {
            assertThat(sum(both("replace " + number + " " + version))).isEqualTo(1);
        }
    }

    @Test
    void m2_twoProcesses_oneIsStored() {
        String anna = samples.unique("anna-");
        for (int version = 1; version < 51; version++) {
            assertThat(sum(both("methods " + anna + " " + version))).isEqualTo(1);
        }
        assertThat(here.methods().find(new UserId(anna)).orElseThrow().version())
                .isEqualTo(50);
    }

    @Test
    void m4_twoProcesses_oneAccountHasTheClaim() {
        for (int round = 0; round < 50; round++) {
            String claim = Long.toString(samples.random().nextLong());

            assertThat(sum(both("claim " + claim + " " + samples.unique("bert-"))))
                    .isEqualTo(1);
        }
    }

    @Test
    void c2_twoProcesses_tenAreAdded() {
        for (int round = 0; round < 50; round++) {
            assertThat(sum(both("charge " + samples.random().nextLong() + " 10")))
                    .isEqualTo(10);
        }
    }

    @Test
    void c10_twoProcesses_seeEachAddition() {
        CounterKey key = new CounterKey(Racer.digest(number));
        for (int i = 1; i <= 50; i++) {
            here.counters().add(key, 1, 50, Duration.ofHours(1), Samples.NOW);

            assertThat(both("sum " + number + " 0")).containsOnly((long) i);
        }
    }

    @Test
    void f5_twoProcesses_seeEachWrite() {
        assertThat(both("find " + number + " 0")).containsOnly(0L);
        here.flows().insert(Racer.flow(number, 1));
        for (int version = 2; version < 52; version++) {
            assertThat(here.flows().replace(Racer.flow(number, version))).isEqualTo(Replaced.REPLACED);

            assertThat(both("find " + number + " 0")).containsOnly((long) version);
        }
    }

    @Test
    void apply_twoProcesses_applyOnce() throws IOException {
        int steps = Migration.of(Dialect.POSTGRESQL).size();
        String database = Postgres.newDatabase("two_migrations");
        try (Node first = new Node(database);
                Node second = new Node(database)) {
            first.answer();
            second.answer();
            first.tell("go");
            second.tell("go");

            assertThat(List.of(first.number(), second.number())).containsOnly((long) steps);
        }
        assertThat(Dump.one(Postgres.plain(database), "SELECT COUNT(*) FROM sspr_schema"))
                .isEqualTo(Integer.toString(steps));
    }
}
