package dev.sspr.spi.memory;

import dev.sspr.spi.MailDomains;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Domains that a test adds; every other domain has no ASCII form.
 *
 * <p><b>Threads.</b> Safe for use by many threads; a change is seen by every call that begins after it.
 */
public final class InMemoryMailDomains implements MailDomains {
    private final Faults faults = new Faults("the mail domains");
    private final Map<String, String> domains = new ConcurrentHashMap<>();

    /** Makes an empty mapping. */
    public InMemoryMailDomains() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Sets the ASCII form of a domain, and of this form itself.
     *
     * @param domain the domain as a user types it
     * @param ascii its ASCII form
     */
    public void put(String domain, String ascii) {
        domains.put(Objects.requireNonNull(domain, "domain"), Objects.requireNonNull(ascii, "ascii"));
        domains.put(ascii, ascii);
    }

    @Override
    public Optional<String> toAscii(String domain) {
        Objects.requireNonNull(domain, "domain");
        return faults.around("toAscii", () -> Optional.ofNullable(domains.get(domain)));
    }
}
