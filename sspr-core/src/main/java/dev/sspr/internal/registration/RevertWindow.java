package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Digest;
import java.util.Optional;

/** A change that another address can undo by its own link. It is stored beside the registration that made it. */
record RevertWindow(RegistrationHeader header, Digest change, Optional<PendingChangeNotice> pending)
        implements RegistrationPhase {
    @Override
    public Step<RegistrationPhase, Boolean> owing(Optional<PendingChangeNotice> left) {
        return Step.to(new RevertWindow(header, change, left), true);
    }

    @Override
    public Step<RegistrationPhase, Boolean> closed() {
        return Step.to(this, false);
    }
}
