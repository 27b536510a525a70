/** What a host calls: the reset, unlock, register and change flows. */
module dev.sspr {
    requires transitive dev.sspr.spi;
    requires static transitive org.jspecify;
    requires org.bouncycastle.provider;
    requires org.slf4j;

    exports dev.sspr;
    exports dev.sspr.admin;
    exports dev.sspr.audit;
    exports dev.sspr.change;
    exports dev.sspr.flow;
    exports dev.sspr.lockout;
    exports dev.sspr.outcome;
    exports dev.sspr.oath;
    exports dev.sspr.password;
    exports dev.sspr.policy;
    exports dev.sspr.recovery;
    exports dev.sspr.register;
    exports dev.sspr.reset;
    exports dev.sspr.unlock;
    exports dev.sspr.writeback;

    opens dev.sspr.flow;
    opens dev.sspr.policy;
}
