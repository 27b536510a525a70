package dev.sspr.adapter.breached;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Settings of a {@link RangeClient}. */
public final class RangeClientBuilder {
    private static final Pattern AGENT = Pattern.compile("[ -~]{1,200}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI base;
    private final String userAgent;
    private Duration timeLimit = Duration.ofSeconds(3);
    private int tries = 2;
    private int cachedRanges = 256;
    private Duration cacheLife = Duration.ofHours(24);
    private Optional<ProxySelector> proxy = Optional.empty();
    private Clock clock = Clock.systemUTC();

    RangeClientBuilder(URI base, String userAgent) {
        String scheme = String.valueOf(base.getScheme());
        String host = String.valueOf(base.getHost());
        boolean safe = scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host));
        if (!safe || base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "base must be https, or http on loopback, with a host and without a query");
        }
        if (!AGENT.matcher(userAgent).matches()) {
            throw new IllegalArgumentException("userAgent must be 1 to 200 printable ASCII characters");
        }
        this.base = base.getRawPath().endsWith("/") ? base : URI.create(base + "/");
        this.userAgent = userAgent;
    }

    /**
     * How long one look-up may take, all tries together.
     *
     * @param limit 100 ms to 20 s; default 3 s, for somebody is waiting
     * @return this builder
     * @throws IllegalArgumentException if it is out of bounds
     */
    public RangeClientBuilder timeLimit(Duration limit) {
        this.timeLimit = within("timeLimit", limit, Duration.ofMillis(100), Duration.ofSeconds(20));
        return this;
    }

    /**
     * How often it asks at most for one look-up.
     *
     * @param most 1 to 5; default 2
     * @return this builder
     * @throws IllegalArgumentException if it is out of bounds
     */
    public RangeClientBuilder tries(int most) {
        this.tries = within("tries", most, 1, 5);
        return this;
    }

    /**
     * What it remembers, to spare the service: about 12 bytes for each hash of a range, of which there are a thousand or
     * two.
     *
     * @param ranges 0 to 100 000; default 256, about 5 MB
     * @param life up to 30 days; default 24 h
     * @return this builder
     * @throws IllegalArgumentException if one is out of bounds
     */
    public RangeClientBuilder cache(int ranges, Duration life) {
        this.cachedRanges = within("cache ranges", ranges, 0, 100_000);
        this.cacheLife = within("cache life", life, Duration.ZERO, Duration.ofDays(30));
        return this;
    }

    /**
     * The way out, where the host has no direct one.
     *
     * @param selector the proxies; default is the JVM's own
     * @return this builder
     */
    public RangeClientBuilder proxy(ProxySelector selector) {
        this.proxy = Optional.of(selector);
        return this;
    }

    RangeClientBuilder clock(Clock other) {
        this.clock = other;
        return this;
    }

    /**
     * Makes the client; it asks nothing yet.
     *
     * @return the client
     */
    public RangeClient build() {
        HttpClient.Builder http =
                HttpClient.newBuilder().connectTimeout(timeLimit).followRedirects(HttpClient.Redirect.NEVER);
        proxy.or(() -> Optional.ofNullable(ProxySelector.getDefault())).ifPresent(http::proxy);
        RangeSettings settings = new RangeSettings(base, userAgent, timeLimit, tries);
        return new RangeClient(settings, http.build(), new RangeCache(cachedRanges, cacheLife), clock);
    }

    private static Duration within(String setting, Duration value, Duration least, Duration most) {
        Objects.requireNonNull(value, setting);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(setting + " must be " + least + " to " + most + ", it is " + value);
        }
        return value;
    }

    private static int within(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(setting + " must be " + least + " to " + most + ", it is " + value);
        }
        return value;
    }
}
