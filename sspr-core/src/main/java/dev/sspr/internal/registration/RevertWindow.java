package dev.sspr.internal.registration;

import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Digest;
import java.util.Optional;

/**
 * A change that another address can undo by its own link. It is stored beside the registration that made it. After an
 * undo, {@code sessions} is the end of the sessions that is not confirmed yet.
 */
record RevertWindow(
        RegistrationHeader header,
        Digest change,
        Optional<PendingChangeNotice> pending,
        Optional<PendingNotice> sessions)
        implements RegistrationPhase {
    RevertWindow(RegistrationHeader header, Digest change, Optional<PendingChangeNotice> pending) {
        this(header, change, pending, Optional.empty());
    }

    @Override
    public Step<RegistrationPhase, Boolean> owing(Optional<PendingChangeNotice> left) {
        return Step.to(new RevertWindow(header, change, left, sessions), true);
    }

    @Override
    public Step<RegistrationPhase, Boolean> owingSessions(Optional<PendingNotice> left) {
        return left.equals(sessions)
                ? Step.to(this, true)
                : Step.to(new RevertWindow(header, change, pending, left), true);
    }

    @Override
    public Step<RegistrationPhase, Boolean> closed() {
        return Step.to(this, false);
    }
}
