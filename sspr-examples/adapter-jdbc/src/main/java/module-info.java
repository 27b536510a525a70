/** Every store role over JDBC. */
module dev.sspr.adapter.jdbc {
    requires transitive dev.sspr.spi;
    requires transitive java.sql;
    requires dev.sspr;

    exports dev.sspr.adapter.jdbc;
}
