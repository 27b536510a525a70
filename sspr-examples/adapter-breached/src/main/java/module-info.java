/** Breached passwords for sspr: a client of the range protocol, and an index on disk. */
module dev.sspr.adapter.breached {
    requires transitive dev.sspr.spi;
    requires java.net.http;
    requires static org.jspecify;

    exports dev.sspr.adapter.breached;
}
