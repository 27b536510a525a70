package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls an adapter. An exception and a null answer become one exception, without a cause and without text of the
 * adapter.
 */
public final class RoleCall {
    private static final Logger LOG = LoggerFactory.getLogger(RoleCall.class);

    private RoleCall() {}

    /** Calls an adapter that answers. */
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

    /** Calls an adapter that does not answer. */
    public static void tell(String role, Runnable call) {
        ask(role, () -> {
            call.run();
            return Boolean.TRUE;
        });
    }
}
