package dev.sspr.adapter.webauthn;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link PasskeyVerifier}. A bad value is refused where it is set, with a message that names the
 * setting.
 *
 * <p><b>Threads.</b> For one thread.
 */
public final class PasskeyVerifierBuilder {
    /** Ed25519, ES256, RS256: R-WA-5, and what WebAuthn level 3 section 5.4 recommends. */
    private static final List<PasskeyAlgorithm> DEFAULT_ALGORITHMS =
            List.of(PasskeyAlgorithm.EDDSA, PasskeyAlgorithm.ES256, PasskeyAlgorithm.RS256);

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+" + LABEL);
    private static final Pattern ORIGIN = Pattern.compile("(https?)://([a-z0-9.-]+)(?::([1-9][0-9]{0,4}))?");

    private final String rpId;
    private final Set<String> origins = new LinkedHashSet<>();
    private @Nullable List<PasskeyAlgorithm> algorithms;

    PasskeyVerifierBuilder(String rpId, String origin) {
        this.rpId = requireRpId(rpId);
        origin(origin);
    }

    /**
     * Allows a further origin. There are no patterns: a response from any other page is wrong.
     *
     * @param origin exactly as a browser writes it: {@code https://}, the host in lower case (punycode where it is not
     *     ASCII), the port unless it is 443, nothing after it. The host is the rpId or a subdomain of it. {@code http} is
     *     for {@code localhost} and its subdomains only
     * @return this
     * @throws IllegalArgumentException if it is not of that form; the message says what is wrong
     */
    public PasskeyVerifierBuilder origin(String origin) {
        Objects.requireNonNull(origin, "origin");
        Matcher form = ORIGIN.matcher(origin);
        if (!form.matches()) {
            throw bad("origin", origin, "must be scheme://host or scheme://host:port in lower case, nothing after it");
        }
        String host = form.group(2);
        if (!host.equals(rpId) && !host.endsWith("." + rpId)) {
            throw bad("origin", origin, "is not on the rpId " + rpId + " or a subdomain of it");
        }
        if (rpId.equals("localhost") && !host.equals(rpId)) {
            throw bad("origin", origin, "needs the rpId " + host + ": localhost has no passkeys for its subdomains");
        }
        if (!isDomain(host)) {
            throw bad("origin", origin, "has a host that is not a domain name");
        }
        boolean secure = form.group(1).equals("https");
        if (!secure && !isLocalhost(host)) {
            throw bad("origin", origin, "must be https; http is for localhost only");
        }
        if (form.group(3) != null) {
            requirePort(origin, Integer.parseInt(form.group(3)), secure ? 443 : 80);
        }
        if (!origins.add(origin)) {
            throw bad("origin", origin, "is set twice");
        }
        return this;
    }

    /**
     * Which algorithms a new passkey may have, the best first; offered to the authenticator and enforced when it answers
     * (R-WA-5). Passkeys enrolled before stay good. Default: EDDSA, ES256, RS256.
     *
     * @param algorithms at least one, none twice
     * @return this
     * @throws IllegalArgumentException if there are none or one is there twice
     * @throws IllegalStateException if they are set already
     */
    public PasskeyVerifierBuilder algorithms(PasskeyAlgorithm... algorithms) {
        List<PasskeyAlgorithm> list = List.of(algorithms);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("algorithms must have at least one");
        }
        if (EnumSet.copyOf(list).size() < list.size()) {
            throw new IllegalArgumentException("algorithms has one twice: " + list);
        }
        if (this.algorithms != null) {
            throw new IllegalStateException("algorithms is set twice");
        }
        this.algorithms = list;
        return this;
    }

    /**
     * Makes the verifier.
     *
     * @return a verifier
     */
    public PasskeyVerifier build() {
        return new PasskeyVerifier(
                new RelyingParty(rpId, Set.copyOf(origins), algorithms == null ? DEFAULT_ALGORITHMS : algorithms));
    }

    private static String requireRpId(String rpId) {
        Objects.requireNonNull(rpId, "rpId");
        if (rpId.contains("/") || rpId.contains(":")) {
            throw bad("rpId", rpId, "must be a domain name alone, without scheme, port or path");
        }
        if (!rpId.equals(rpId.toLowerCase(Locale.ROOT))) {
            throw bad("rpId", rpId, "must be in lower case");
        }
        if (!isDomain(rpId)) {
            throw bad("rpId", rpId, "must be a domain name with a dot in it, or localhost; an IP address is none");
        }
        return rpId;
    }

    private static void requirePort(String origin, int port, int implied) {
        if (port > 65535) {
            throw bad("origin", origin, "has a port above 65535");
        }
        if (port == implied) {
            throw bad("origin", origin, "must leave out its port: a browser does not write " + implied + " here");
        }
    }

    private static boolean isDomain(String host) {
        boolean name = DOMAIN.matcher(host).matches() && host.length() <= 253;
        return host.equals("localhost") || (name && !host.matches(".*\\.[0-9]+"));
    }

    private static boolean isLocalhost(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    private static IllegalArgumentException bad(String setting, String value, String why) {
        String shown = value.length() > 300 ? value.substring(0, 300) + "..." : value;
        return new IllegalArgumentException(setting + " '" + shown + "' " + why);
    }
}
