package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Digest;
import java.util.Optional;

/**
 * A change that can be undone from another address, by a link of its own; it lives beside the registration that made it.
 *
 * @param header whose, and until when
 * @param change which
 * @param pending who is still to be told, if not everybody was
 */
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
