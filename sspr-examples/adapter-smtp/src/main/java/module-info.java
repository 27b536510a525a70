/** A notifier for mailboxes that speaks SMTP through Jakarta Mail and Angus Mail. */
module dev.sspr.adapter.smtp {
    requires transitive dev.sspr.spi;
    requires jakarta.mail;
    requires java.logging;
    requires org.eclipse.angus.mail;

    exports dev.sspr.adapter.smtp;
}
