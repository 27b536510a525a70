package dev.sspr;

import dev.sspr.change.PasswordChange;
import dev.sspr.flow.OpenFlow;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.register.Registration;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.UserId;
import dev.sspr.unlock.AccountUnlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flows there are: those whose parts a host has plugged in. */
record Rooms(
        PasswordReset reset,
        SmartLockout lockout,
        Optional<AccountUnlock> unlock,
        Optional<PasswordChange> change,
        Optional<AccountRecovery> recovery,
        Optional<Registration> registration) {
    /** What is open for an account, but for resets and registrations. */
    List<OpenFlow> open(UserId user) {
        List<OpenFlow> open = new ArrayList<>();
        unlock.ifPresent(room -> open.addAll(room.openOf(user)));
        change.ifPresent(room -> open.addAll(room.openOf(user)));
        recovery.ifPresent(room -> open.addAll(room.openOf(user)));
        return open;
    }

    /** One pass over all of them. */
    int sweep() {
        return reset.sweep()
                + unlock.map(AccountUnlock::sweep).orElse(0)
                + change.map(PasswordChange::sweep).orElse(0)
                + recovery.map(AccountRecovery::sweep).orElse(0)
                + registration.map(Registration::sweep).orElse(0);
    }
}
