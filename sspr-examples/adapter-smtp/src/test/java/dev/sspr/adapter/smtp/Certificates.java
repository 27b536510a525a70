package dev.sspr.adapter.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates, each of a private authority of its own, made by the JDK's keytool once per test run. */
enum Certificates {
    GOOD("dns:localhost,ip:127.0.0.1", "-validity 2"),
    OTHER_NAME("dns:mail.example.org", "-validity 2"),
    EXPIRED("dns:localhost,ip:127.0.0.1", "-startdate -10d -validity 5");

    private static final String PASSWORD = "test-keystore";
    private static final ConcurrentMap<Certificates, KeyStore> MADE = new ConcurrentHashMap<>();

    private final String names;
    private final String validity;

    Certificates(String names, String validity) {
        this.names = names;
        this.validity = validity;
    }

    /** A server that presents this certificate, and a client that trusts its authority and no other. */
    SSLContext context() {
        try {
            KeyStore store = MADE.computeIfAbsent(this, Certificates::make);
            KeyStore server = empty();
            char[] password = PASSWORD.toCharArray();
            server.setKeyEntry(
                    "server", store.getKey("server", password), password, store.getCertificateChain("server"));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(server, password);
            KeyStore anchors = empty();
            anchors.setCertificateEntry("authority", store.getCertificate("authority"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore make(Certificates wanted) {
        try {
            Path folder = Files.createTempDirectory("sspr-smtp");
            Path file = folder.resolve("store.p12");
            keytool(file, "authority", "-ext bc:c -validity 2");
            keytool(file, "server", "-signer authority -ext san=" + wanted.names + " " + wanted.validity);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            Files.delete(file);
            Files.delete(folder);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String alias, String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Xshare:auto"));
        command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC"));
        command.addAll(List.of("-groupname", "secp256r1", "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", store.toString()));
        command.addAll(List.of(options.split(" ")));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
