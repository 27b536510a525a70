/** Every store role of sspr over JDBC, for PostgreSQL and H2. */
module dev.sspr.adapter.jdbc {
    requires transitive dev.sspr;
    requires transitive dev.sspr.spi;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.sspr.adapter.jdbc;
}
