package dev.sspr.adapter.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/** The connection of one send. It can be cut from another thread at any moment, and then every wait on it ends. */
final class Line {
    private static final ScheduledExecutorService CLOCK =
            new ScheduledThreadPoolExecutor(1, Deadline.threads("sspr-smtp-write-timeout"));

    private final Socket raw = new CappedSocket();

    /** Connects, and for {@link TlsMode#IMPLICIT_TLS} checks the server as HTTPS would: its chain and its name. */
    Socket open(Settings settings) throws IOException {
        // The address carries the configured name: angus-mail holds the certificate of STARTTLS against it, and would
        // otherwise ask a name service what a numeric address is called.
        String host = settings.host();
        InetAddress address =
                InetAddress.getByAddress(host, InetAddress.getByName(host).getAddress());
        raw.connect(
                new InetSocketAddress(address, settings.port()),
                settings.timeouts().connect());
        raw.setSoTimeout(settings.timeouts().read());
        raw.setTcpNoDelay(true);
        Socket timed = new WriteTimeoutSocket(raw, settings.timeouts().write(), CLOCK);
        return settings.tls() == TlsMode.IMPLICIT_TLS ? secured(timed, settings) : timed;
    }

    /** Ends the connection at once. */
    void cut() {
        try {
            raw.close();
        } catch (IOException e) {
            // closed or not, nobody uses it any more
        }
    }

    private static Socket secured(Socket plain, Settings settings) throws IOException {
        SSLSocket secured =
                (SSLSocket) settings.tlsSockets().createSocket(plain, settings.host(), settings.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(Settings.TLS_VERSIONS);
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Replies of endless length must not fill the memory: anybody on the way can send them before TLS. */
    private static final class CappedSocket extends Socket {
        private static final int MAX_OCTETS = 1 << 20;
        private int octets;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] target, int from, int length) throws IOException {
                    int count = super.read(target, from, length);
                    octets += Math.max(count, 0);
                    if (octets > MAX_OCTETS) {
                        throw new IOException("too much from the server");
                    }
                    return count;
                }
            };
        }
    }
}
