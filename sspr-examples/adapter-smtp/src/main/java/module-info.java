/** A notifier over Jakarta Mail. */
module dev.sspr.adapter.smtp {
    requires transitive dev.sspr.spi;
    requires jakarta.mail;

    exports dev.sspr.adapter.smtp;
}
