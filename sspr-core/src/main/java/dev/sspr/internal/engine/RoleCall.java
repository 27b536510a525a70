package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door to an adapter: whatever it throws, and a null answer, become one exception without cause or words. */
public final class RoleCall {
    private static final Logger LOG = LoggerFactory.getLogger(RoleCall.class);

    private RoleCall() {}

    /** Asks an adapter. */
    public static <T> T ask(String role, Supplier<@Nullable T> call) {
        @Nullable T answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            LOG.warn("{} failed with {}", role, e.getClass().getName());
            throw new UnavailableException(role);
        }
        if (answer == null) {
            LOG.error("{} answered null, which its contract forbids", role);
            throw new UnavailableException(role);
        }
        return answer;
    }

    /** Tells an adapter. */
    public static void tell(String role, Runnable call) {
        ask(role, () -> {
            call.run();
            return Boolean.TRUE;
        });
    }
}
