package dev.sspr.adapter.smtp;

import dev.sspr.spi.Secret;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an {@link SmtpNotifier}. Each can be set once; a bad value is refused where it is set, with a message
 * that names the setting, and settings that contradict each other at {@link #build}.
 *
 * <p><b>Threads.</b> For one thread.
 */
public final class SmtpNotifierBuilder {
    /** The highest {@link #connectTimeout}: 10 seconds. */
    public static final Duration MAX_CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** The highest {@link #readTimeout} and {@link #writeTimeout}: 20 seconds. */
    public static final Duration MAX_REPLY_TIMEOUT = Duration.ofSeconds(20);
    /** The highest {@link #sendTimeout}: 28 seconds, since a notifier has 30 (clause N7). */
    public static final Duration MAX_SEND_TIMEOUT = Duration.ofSeconds(28);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|[0-9A-Fa-f:.]{2,45}");

    private final String host;
    private final Sender sender;
    private @Nullable Integer port;
    private @Nullable TlsMode tls;
    private @Nullable SSLContext tlsContext;
    private @Nullable Login login;
    private @Nullable String envelopeSender;
    private @Nullable String helloName;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;
    private @Nullable Duration writeTimeout;
    private @Nullable Duration sendTimeout;

    SmtpNotifierBuilder(String host, Sender sender) {
        this.host = requireHost("host", host);
        this.sender = Objects.requireNonNull(sender, "sender");
    }

    /**
     * The server's port. Default: 587, 465 or 25, as {@link TlsMode} says.
     *
     * @param port 1 to 65535
     * @return this
     */
    public SmtpNotifierBuilder port(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be 1 to 65535, it is " + port);
        }
        this.port = once("port", this.port, port);
        return this;
    }

    /**
     * How the line is protected. Default: {@link TlsMode#STARTTLS_REQUIRED}.
     *
     * @param tls the mode
     * @return this
     */
    public SmtpNotifierBuilder tls(TlsMode tls) {
        this.tls = once("tls", this.tls, tls);
        return this;
    }

    /**
     * Whom to trust, for a server with a certificate of a private authority, or that wants one of its clients. Default:
     * the JDK's trust store. The server's name is checked either way.
     *
     * @param tlsContext an initialised context; one that trusts everybody undoes {@link TlsMode}
     * @return this
     */
    public SmtpNotifierBuilder tlsContext(SSLContext tlsContext) {
        this.tlsContext = once("tlsContext", this.tlsContext, tlsContext);
        return this;
    }

    /**
     * Signs in before each mail, by AUTH PLAIN or else LOGIN; a server that offers neither gets no mail. Default: none.
     *
     * @param user the name at the server, 1 to 255 characters without control characters
     * @param password the password; copied, the caller may wipe its own
     * @return this
     */
    public SmtpNotifierBuilder login(String user, Secret password) {
        if (user.isEmpty() || user.length() > 255 || user.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("login user must have 1 to 255 characters and no control characters");
        }
        Secret copy = password.exposeTo(Secret::of);
        if (copy.length() == 0 || copy.exposeTo(SmtpNotifierBuilder::hasNul)) {
            throw new IllegalArgumentException("login password must not be empty or hold a NUL character");
        }
        this.login = once("login", this.login, new Login(user, copy));
        return this;
    }

    /**
     * Where the mail system reports mails that could not be delivered. Default: the sender's address.
     *
     * @param address a mailbox {@code local@domain} in ASCII; readers never see it
     * @return this
     */
    public SmtpNotifierBuilder envelopeSender(String address) {
        this.envelopeSender =
                once("envelopeSender", this.envelopeSender, Sender.requireMailbox("envelopeSender", address));
        return this;
    }

    /**
     * What this machine calls itself in EHLO. Default: the domain of the sender, so that no name service is asked and no
     * internal name leaves.
     *
     * @param helloName a host name, at most 253 characters
     * @return this
     */
    public SmtpNotifierBuilder helloName(String helloName) {
        this.helloName = once("helloName", this.helloName, requireHost("helloName", helloName));
        return this;
    }

    /**
     * How long a connection may take. Default: 5 seconds, as the SPI advises.
     *
     * @param timeout 1 millisecond to {@link #MAX_CONNECT_TIMEOUT}
     * @return this
     */
    public SmtpNotifierBuilder connectTimeout(Duration timeout) {
        this.connectTimeout =
                once("connectTimeout", connectTimeout, within("connectTimeout", timeout, MAX_CONNECT_TIMEOUT));
        return this;
    }

    /**
     * How long the server may be silent when it is its turn. Default: 10 seconds. RFC 5321 section 4.5.3.2 grants it
     * minutes; a person who waits for a code does not.
     *
     * @param timeout 1 millisecond to {@link #MAX_REPLY_TIMEOUT}
     * @return this
     */
    public SmtpNotifierBuilder readTimeout(Duration timeout) {
        this.readTimeout = once("readTimeout", readTimeout, within("readTimeout", timeout, MAX_REPLY_TIMEOUT));
        return this;
    }

    /**
     * How long the server may refuse to take in what it is sent. Default: 10 seconds.
     *
     * @param timeout 1 millisecond to {@link #MAX_REPLY_TIMEOUT}
     * @return this
     */
    public SmtpNotifierBuilder writeTimeout(Duration timeout) {
        this.writeTimeout = once("writeTimeout", writeTimeout, within("writeTimeout", timeout, MAX_REPLY_TIMEOUT));
        return this;
    }

    /**
     * How long a whole send may take, name look-up included. Default: 25 seconds.
     *
     * @param timeout 1 millisecond to {@link #MAX_SEND_TIMEOUT}
     * @return this
     */
    public SmtpNotifierBuilder sendTimeout(Duration timeout) {
        this.sendTimeout = once("sendTimeout", sendTimeout, within("sendTimeout", timeout, MAX_SEND_TIMEOUT));
        return this;
    }

    /**
     * Makes the notifier. Nothing is sent and nothing is connected to.
     *
     * @return a notifier
     * @throws IllegalStateException if {@code tls} is {@link TlsMode#NONE_ON_LOOPBACK} and {@code host} is not
     *     {@code localhost}, {@code 127.0.0.0/8} or {@code ::1}, or a {@code tlsContext} is set that would not be used
     */
    public SmtpNotifier build() {
        TlsMode mode = or(tls, TlsMode.STARTTLS_REQUIRED);
        if (mode == TlsMode.NONE_ON_LOOPBACK && !Loopback.isLoopback(host)) {
            throw new IllegalStateException("tls NONE_ON_LOOPBACK needs a host on this machine, and host is " + host);
        }
        if (mode == TlsMode.NONE_ON_LOOPBACK && tlsContext != null) {
            throw new IllegalStateException("tlsContext is set, but tls NONE_ON_LOOPBACK does not use it");
        }
        SSLSocketFactory sockets =
                tlsContext == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tlsContext.getSocketFactory();
        return new SmtpNotifier(new Settings(
                host,
                or(port, mode.port()),
                mode,
                sockets,
                Optional.ofNullable(login),
                sender,
                or(envelopeSender, sender.address()),
                or(helloName, sender.domain()),
                new Settings.Timeouts(
                        (int) or(connectTimeout, Duration.ofSeconds(5)).toMillis(),
                        (int) or(readTimeout, Duration.ofSeconds(10)).toMillis(),
                        (int) or(writeTimeout, Duration.ofSeconds(10)).toMillis(),
                        or(sendTimeout, Duration.ofSeconds(25)))));
    }

    private static String requireHost(String setting, String host) {
        Objects.requireNonNull(host, setting);
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(setting + " is not a host name or an IP address");
        }
        return host;
    }

    private static boolean hasNul(char[] chars) {
        return CharBuffer.wrap(chars).chars().anyMatch(c -> c == 0);
    }

    private static Duration within(String setting, Duration timeout, Duration max) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(max) > 0) {
            throw new IllegalArgumentException(setting + " must be 1 ms to " + max + ", it is " + timeout);
        }
        return timeout;
    }

    private static <T> T once(String setting, @Nullable T old, T value) {
        Objects.requireNonNull(value, setting);
        if (old != null) {
            throw new IllegalStateException(setting + " is set twice");
        }
        return value;
    }

    private static <T> T or(@Nullable T set, T otherwise) {
        return set == null ? otherwise : set;
    }
}
