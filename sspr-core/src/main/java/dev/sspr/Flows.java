package dev.sspr;

import dev.sspr.flow.OpenFlow;
import dev.sspr.internal.change.ChangeFlow;
import dev.sspr.internal.lockout.LockoutService;
import dev.sspr.internal.recovery.RecoveryFlow;
import dev.sspr.internal.registration.RegistrationFlow;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.unlock.UnlockFlow;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flows that a host has configured. */
record Flows(
        ResetFlow reset,
        LockoutService lockout,
        Optional<UnlockFlow> unlock,
        Optional<ChangeFlow> change,
        Optional<RecoveryFlow> recovery,
        Optional<RegistrationFlow> registration) {
    /** Returns the open flows of an account, except resets and registrations. */
    List<OpenFlow> open(UserId user) {
        List<OpenFlow> open = new ArrayList<>();
        unlock.ifPresent(flow -> open.addAll(flow.open(user)));
        change.ifPresent(flow -> open.addAll(flow.open(user)));
        recovery.ifPresent(flow -> open.addAll(flow.open(user)));
        return open;
    }

    /** Makes one pass over all flows. */
    int sweep() {
        return reset.sweep()
                + unlock.map(UnlockFlow::sweep).orElse(0)
                + change.map(ChangeFlow::sweep).orElse(0)
                + recovery.map(RecoveryFlow::sweep).orElse(0)
                + registration.map(RegistrationFlow::sweep).orElse(0);
    }
}
