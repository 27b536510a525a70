package dev.sspr.internal.engine;

import dev.sspr.flow.LinkKind;
import dev.sspr.spi.Secret;
import java.net.URI;
import java.util.Set;

/**
 * The host's page for links in messages; from configuration, never from a request (R-NOT-4). The token is in the fragment,
 * which browsers send to no server and no referrer; the page's script posts it (R-NOT-6).
 */
public final class LinkBase {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String page;

    private LinkBase(String page) {
        this.page = page;
    }

    /**
     * Checks an address: https with a host (http on loopback only), without user info, query or fragment (R-NOT-5).
     *
     * @throws IllegalArgumentException naming the setting {@code linkBase} and its fault
     */
    public static LinkBase of(URI page) {
        String host = page.getHost();
        if (host == null
                || page.getRawUserInfo() != null
                || page.getRawQuery() != null
                || page.getRawFragment() != null) {
            throw new IllegalArgumentException("linkBase needs a host, and no user info, query or fragment");
        }
        boolean secure = "https".equals(page.getScheme());
        if (!secure && !("http".equals(page.getScheme()) && LOOPBACK.contains(host))) {
            throw new IllegalArgumentException("linkBase must be https (http is for loopback only)");
        }
        return new LinkBase(page.toString());
    }

    /**
     * Returns an absolute URL, as secret as its token.
     *
     * @param kind the kind, which names the token in the fragment
     * @param token the token's text
     * @return an absolute URL; as secret as the token
     */
    public Secret link(LinkKind kind, Secret token) {
        return token.exposeTo(chars -> Secret.of(page + "#" + kind.fragmentName() + "=" + new String(chars)));
    }

    @Override
    public String toString() {
        return page;
    }
}
