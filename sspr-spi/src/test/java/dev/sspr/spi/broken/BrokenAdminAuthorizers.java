package dev.sspr.spi.broken;

import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AdminAuthorizer.Decision.Denied;
import dev.sspr.spi.AdminAuthorizer.Decision.Granted;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryAdminAuthorizerTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Authorizers that are wrong. */
final class BrokenAdminAuthorizers {
    private BrokenAdminAuthorizers() {}

    private static Supplier<Contract> with(Function<AdminAuthorizer, AdminAuthorizer> broken) {
        return () -> new InMemoryAdminAuthorizerTest() {
            private final AdminAuthorizer one = broken.apply(authorizer);

            @Override
            protected AdminAuthorizer authorizer() {
                return one;
            }
        };
    }

    /** The twin, but some requests are granted whatever it says. */
    private static Supplier<Contract> granting(Predicate<AdminRequest> these) {
        return with(twin -> request -> request != null && these.test(request) ? new Granted() : twin.decide(request));
    }

    private static boolean desk(AdminRequest request) {
        return request.actor().value().equals("u-desk");
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("Z1", "grants a right twice", with(twin -> {
                    AtomicInteger asked = new AtomicInteger();
                    return request -> {
                        boolean counts = request != null
                                && desk(request)
                                && !Thread.currentThread().getName().equals("sspr-kit-race");
                        return counts && asked.incrementAndGet() > 2 ? new Denied("used up") : twin.decide(request);
                    };
                })),
                Broken.of(
                        "Z2",
                        "takes everybody it does not know for an administrator",
                        granting(request -> !desk(request)
                                && !Thread.currentThread().getName().equals("sspr-kit-race"))),
                Broken.of(
                        "Z3",
                        "lets people help themselves",
                        granting(request -> request.actor().equals(request.target()))),
                Broken.of(
                        "Z4",
                        "does not look at the tenant",
                        with(twin -> request -> twin.decide(
                                request == null
                                        ? request
                                        : new AdminRequest(
                                                request.actor(), request.action(), request.target(), "default")))),
                Broken.of(
                        "Z5",
                        "does not look at the action",
                        granting(request -> desk(request)
                                && !request.actor().equals(request.target())
                                && request.tenant().equals("default")
                                && !request.action().name().equals("ISSUE_PASS"))),
                Broken.of("Z6", "takes an outage for a grant", with(twin -> request -> {
                    try {
                        return twin.decide(request);
                    } catch (BackendUnavailableException e) {
                        return new Granted();
                    }
                })),
                Broken.of("Z7", "keeps the question in a field", with(SharedField::new)),
                Broken.of(
                        "Z8",
                        "denies nothing without a word",
                        with(twin -> request -> request == null ? new Denied("nothing") : twin.decide(request))));
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements AdminAuthorizer {
        private final AdminAuthorizer twin;
        private final Meeting meeting = new Meeting();
        private volatile AdminRequest current;

        SharedField(AdminAuthorizer twin) {
            this.twin = twin;
        }

        @Override
        public Decision decide(AdminRequest request) {
            current = request;
            meeting.await();
            return twin.decide(current);
        }
    }
}
