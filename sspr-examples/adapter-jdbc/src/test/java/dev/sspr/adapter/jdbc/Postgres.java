package dev.sspr.adapter.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL server for all tests of this process. */
final class Postgres {
    /** Started by the first test that needs it, never by a second process of a test. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
    }

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "400")
                    .setServerConfig("fsync", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return Server.RUNNING.getPort();
    }

    /** A new, empty database on the server. */
    static String newDatabase(String name) {
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static PGSimpleDataSource plain(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database, port()));
        return source;
    }

    static PGConnectionPoolDataSource pooled(String database, int port) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(url(database, port));
        return source;
    }

    private static String url(String database, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
    }
}
