package dev.sspr.internal.securityinfo;

import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.spi.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Presents methods to their owner and the help desk: names, masked addresses and states, but no secrets. */
public final class MethodViews {
    private MethodViews() {}

    /** Returns all methods, the default first, then the oldest. */
    public static List<RegisteredMethodView> of(SecurityInfo info, Instant now) {
        List<RegisteredMethodView> views = new ArrayList<>();
        for (RegisteredMethod method : info.methods()) {
            RegisteredMethodView view = of(info, method, now);
            views.add(view.preferred() ? 0 : views.size(), view);
        }
        return views;
    }

    /** Returns the hold that runs now. */
    public static Optional<SecurityInfoView.Hold> hold(SecurityInfo info, Instant now) {
        return info.record()
                .holdAt(now)
                .map(hold -> new SecurityInfoView.Hold(
                        hold.at(),
                        hold.until(),
                        info.where(hold::isLatelyAdded).stream()
                                .map(RegisteredMethod::id)
                                .collect(Collectors.toSet())));
    }

    /** Returns one method. */
    public static RegisteredMethodView of(SecurityInfo info, RegisteredMethod method, Instant now) {
        return new RegisteredMethodView(
                method.id(),
                method.kind(),
                method.name(),
                method.destination().map(Destination::masked),
                state(method, now),
                method.addedAt(),
                method.countsFrom(),
                method.expiresAt(),
                info.first().filter(method.id()::equals).isPresent());
    }

    private static RegisteredMethodView.State state(RegisteredMethod method, Instant now) {
        return switch (method.state()) {
            case GIVEN -> RegisteredMethodView.State.PRE_PROVISIONED;
            case DISABLED -> RegisteredMethodView.State.DISABLED;
            case CLONED -> RegisteredMethodView.State.CLONED;
            case VERIFIED ->
                !method.proves(now)
                        ? RegisteredMethodView.State.EXPIRED
                        : method.provesReset(now)
                                ? RegisteredMethodView.State.USABLE
                                : RegisteredMethodView.State.QUARANTINED;
        };
    }
}
