package dev.sspr.spi.memory;

import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.UserId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An authorizer that grants what a test sets; at first nothing.
 *
 * <p><b>Threads.</b> Safe for use by many threads; a change is seen by every call that begins after it.
 */
public final class InMemoryAdminAuthorizer implements AdminAuthorizer {
    private final Faults faults = new Faults("the admin authorizer");
    private final Map<UserId, Set<AdminAction>> grants = new ConcurrentHashMap<>();
    private final String tenant;

    /** Makes an authorizer for the tenant {@code default}. */
    public InMemoryAdminAuthorizer() {
        this("default");
    }

    /**
     * Makes an authorizer for one tenant.
     *
     * @param tenant its name
     */
    public InMemoryAdminAuthorizer(String tenant) {
        this.tenant = Objects.requireNonNull(tenant, "tenant");
    }

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Grants an actor actions on all other accounts of the tenant, in place of its earlier grants.
     *
     * @param actor the actor
     * @param actions the actions; none revokes every grant
     * @return this
     */
    public InMemoryAdminAuthorizer grant(UserId actor, AdminAction... actions) {
        grants.put(Objects.requireNonNull(actor, "actor"), Set.of(actions));
        return this;
    }

    @Override
    public Decision decide(AdminRequest request) {
        Objects.requireNonNull(request, "request");
        return faults.around("decide", () -> judge(request));
    }

    private Decision judge(AdminRequest request) {
        if (!request.tenant().equals(tenant)) {
            return new Decision.Denied("another tenant");
        }
        if (request.actor().equals(request.target())) {
            return new Decision.Denied("oneself");
        }
        boolean granted = grants.getOrDefault(request.actor(), Set.of()).contains(request.action());
        return granted ? new Decision.Granted() : new Decision.Denied("no such right");
    }
}
