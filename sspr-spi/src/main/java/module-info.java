/** The roles a host or a vendor implements for sspr, the words they share, and their in-memory twins. */
module dev.sspr.spi {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports dev.sspr.spi;
    exports dev.sspr.spi.memory;

    opens dev.sspr.spi;
}
