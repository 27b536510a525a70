/** A rule for sspr: new passwords must be hard to guess by an estimate. */
module dev.sspr.adapter.strength {
    requires transitive dev.sspr.spi;
    requires com.nulabinc.zxcvbn;
    requires static org.jspecify;

    exports dev.sspr.adapter.strength;
}
