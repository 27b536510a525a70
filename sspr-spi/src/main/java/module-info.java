/** What a host implements: interfaces, words and in-memory twins. */
module dev.sspr.spi {
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports dev.sspr.spi;

    // a validation provider reads the constraints by reflection, and its module name is not known here
    opens dev.sspr.spi;
}
