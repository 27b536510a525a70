package dev.sspr.adapter.smtp;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** What {@link SmtpNotifierBuilder} collected and checked. */
record Settings(
        String host,
        int port,
        TlsMode tls,
        SSLSocketFactory tlsSockets,
        Optional<Login> login,
        Sender sender,
        String envelopeSender,
        String helloName,
        Timeouts timeouts) {
    /** JDK 17 has older ones switched off too, but that is a file on the host's disk (RFC 8997). */
    static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** Durations in milliseconds, each within the ceiling that the builder states. */
    record Timeouts(int connect, int read, int write, Duration send) {}

    /**
     * A session that knows these settings and nothing of the JVM's properties. Each send has its own: that costs a
     * fraction of a millisecond, and no two sends share anything that could be changed.
     */
    Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", helloName);
        properties.setProperty("mail.smtp.quitwait", "false");
        if (tls == TlsMode.STARTTLS_REQUIRED) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            properties.setProperty("mail.smtp.ssl.protocols", String.join(" ", TLS_VERSIONS));
            properties.put("mail.smtp.ssl.socketFactory", tlsSockets);
        }
        Session session = Session.getInstance(properties);
        session.setDebug(false);
        return session;
    }
}
