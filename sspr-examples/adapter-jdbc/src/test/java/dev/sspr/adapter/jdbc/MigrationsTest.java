package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.kit.Race;
import dev.sspr.spi.kit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("databases")
final class MigrationsTest {
    /** The version of this adapter's schema. */
    private static final int NOW = 5;

    private static final int NEXT = NOW + 1;

    private final DataSource empty;

    MigrationsTest(Supplier<DataSource> maker) {
        empty = maker.get();
    }

    static Stream<Named<Supplier<DataSource>>> databases() {
        return Stream.of(
                Named.of("H2", () -> h2("")),
                Named.of("H2 as PostgreSQL", () -> h2(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")),
                Named.of("PostgreSQL", MigrationsTest::postgres));
    }

    private static DataSource h2(String mode) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + mode);
        return source;
    }

    private static DataSource postgres() {
        String name = "m" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        return Postgres.plain(Postgres.newDatabase(name));
    }

    private int apply(Migration... more) {
        Database database = Database.of(empty, Duration.ofSeconds(10), Duration.ofSeconds(10));
        List<Migration> steps = new ArrayList<>(Migration.of(database.dialect()));
        steps.addAll(List.of(more));
        return Migrations.apply(database, steps);
    }

    private String schema() {
        return Dump.of(empty);
    }

    @Test
    void apply_emptyDatabase_makesEveryTable() {
        assertThat(Migrations.apply(empty)).isEqualTo(NOW);
        assertThat(schema())
                .containsIgnoringCase("sspr_accounts")
                .containsIgnoringCase("sspr_revocations")
                .containsPattern("1 \\| [0-9a-f]{64} \\| \\d+");
    }

    @Test
    void apply_twice_appliesOnce() {
        Migrations.apply(empty);
        String before = schema();
        Migrations.apply(empty);

        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void apply_sixteenNodesAtOnce_allSucceed() {
        assertThat(Race.run(16, i -> Migrations.apply(empty))).containsOnly(NOW);
        assertThat(Dump.one(empty, "SELECT COUNT(*) FROM sspr_schema")).isEqualTo("" + NOW);
    }

    @Test
    void apply_newStep_isAppliedAlone() {
        Migrations.apply(empty);
        Migration next =
                new Migration(NEXT, "CREATE TABLE sspr_more (a INTEGER);\nINSERT INTO sspr_more VALUES (7);\n");

        assertThat(apply(next)).isEqualTo(NEXT);
        assertThat(apply(next)).isEqualTo(NEXT);
        assertThat(Dump.one(empty, "SELECT SUM(a) FROM sspr_more")).isEqualTo("7");
    }

    @Test
    void apply_databaseOfTheFirstVersion_keepsItsFlowsAndTakesLongerOnes() {
        Database database = Database.of(empty, Duration.ofSeconds(10), Duration.ofSeconds(10));
        Samples samples = new Samples();
        Migrations.apply(database, Migration.of(database.dialect()).subList(0, 1));
        StoredFlow old = samples.flow();
        new JdbcFlowStore(database, "acme").insert(old);

        JdbcStores stores = JdbcStores.open(empty, "acme");
        StoredFlow longer = new StoredFlow(
                old.id(),
                old.owner(),
                old.purpose(),
                2,
                old.expiresAt(),
                old.wakeAt(),
                samples.body(SealedBody.MAX_BYTES));

        assertThat(stores.flows().find(old.id())).contains(old);
        assertThat(stores.flows().replace(longer)).isEqualTo(FlowStore.Replaced.REPLACED);
        assertThat(stores.flows().find(old.id())).contains(longer);
    }

    @Test
    void apply_databaseIsNewer_isRefused() {
        apply(new Migration(NEXT, "CREATE TABLE sspr_more (a INTEGER);\n"));
        String before = schema();

        assertThatIllegalStateException()
                .isThrownBy(() -> Migrations.apply(empty))
                .withMessageContaining("version " + NEXT)
                .withMessageContaining("newer adapter");
        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void apply_otherChecksum_isRefused() {
        Migrations.apply(empty);
        Dump.change(empty, "UPDATE sspr_schema SET checksum = ?", "0".repeat(64));
        String before = schema();

        assertThatIllegalStateException()
                .isThrownBy(() -> Migrations.apply(empty))
                .withMessageContaining("version 1")
                .withMessageContaining("another text");
        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void apply_stepThatFails_isNotRecordedAndCanBeRepeated() {
        Migration broken = new Migration(
                NEXT, "CREATE TABLE IF NOT EXISTS sspr_more (a INTEGER);\nSELECT nothing FROM nowhere;\n");
        assertThatThrownBy(() -> apply(broken)).isInstanceOf(BackendUnavailableException.class);

        assertThat(apply()).isEqualTo(NOW);
        assertThat(apply(new Migration(NEXT, "CREATE TABLE IF NOT EXISTS sspr_more (a INTEGER);\n")))
                .isEqualTo(NEXT);
    }

    @Test
    void of_otherDatabase_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.of("Oracle"))
                .withMessageContaining("Oracle");
    }
}
