package dev.sspr.adapter.jdbc;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The databases that the adapter is shown on, each with one schema for all tests of this process. */
final class Engine {
    static final Engine H2 = new Engine(() -> h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    static final Engine H2_AS_POSTGRESQL = new Engine(() -> h2("mem:" + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"));
    static final Engine H2_FILE = new Engine(() -> h2("file:" + directory().resolve("sspr")));
    static final Engine POSTGRESQL = new Engine(Engine::postgres);

    /** One of each kind, for tests that are not the contract's. */
    static Stream<Named<Engine>> both() {
        return Stream.of(Named.of("H2", H2), Named.of("PostgreSQL", POSTGRESQL));
    }

    /** All of them, for the contract's tests. */
    static Stream<Named<Engine>> all() {
        return Stream.concat(
                both(), Stream.of(Named.of("H2 as PostgreSQL", H2_AS_POSTGRESQL), Named.of("H2 in a file", H2_FILE)));
    }

    /** A database, by the line that can be broken and by the one that cannot. */
    record Site(Pool line, Pool otherLine, DataSource sure, Forwarder forwarder) {}

    private final Supplier<Site> maker;
    private Site site;

    private Engine(Supplier<Site> maker) {
        this.maker = maker;
    }

    synchronized Site site() {
        if (site == null) {
            site = maker.get();
            Migrations.apply(site.sure());
        }
        return site;
    }

    private static Site h2(String place) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:" + place);
        return new Site(new Pool(source), new Pool(source), source, null);
    }

    private static Site postgres() {
        String database = Postgres.newDatabase("kit");
        Forwarder forwarder = new Forwarder(Postgres.port());
        PGConnectionPoolDataSource through = Postgres.pooled(database, forwarder.port());
        through.setLoginTimeout(Pool.PATIENT);
        // the driver's default is 10 seconds; this saves time while the line is silent
        through.setCancelSignalTimeout(1);
        return new Site(
                new Pool(through),
                new Pool(Postgres.pooled(database, Postgres.port())),
                Postgres.plain(database),
                forwarder);
    }

    private static Path directory() {
        return Path.of("target", "h2-" + UUID.randomUUID()).toAbsolutePath();
    }
}
