package dev.sspr.adapter.smtp;

/** How the line to the mail server is protected. A mail with a code in it never crosses a network in the clear. */
public enum TlsMode {
    /**
     * Plain at first, then STARTTLS (RFC 3207), and nothing else: a server that does not offer it, or somebody on the
     * way who hides the offer, gets no mail. Port 587 (RFC 6409). The default, because most submission servers have it.
     */
    STARTTLS_REQUIRED(587),
    /** TLS from the first byte. Port 465 (RFC 8314 section 3.3). The better choice where the server offers it. */
    IMPLICIT_TLS(465),
    /** No TLS, for a relay on this machine only; every other host is refused when the notifier is built. Port 25. */
    NONE_ON_LOOPBACK(25);

    private final int port;

    TlsMode(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }
}
