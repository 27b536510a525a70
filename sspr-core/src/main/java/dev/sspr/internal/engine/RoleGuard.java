package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an exception or a null answer of a role into an {@link UnavailableException} that names the role. The log gets the
 * class of the exception, never its text (R-LOG-4).
 */
public final class RoleGuard {
    private static final Logger LOG = LoggerFactory.getLogger(RoleGuard.class);

    private RoleGuard() {}

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

    public static void tell(String role, Runnable call) {
        ask(role, () -> {
            call.run();
            return Boolean.TRUE;
        });
    }
}
