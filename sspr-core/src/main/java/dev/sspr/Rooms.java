package dev.sspr;

import dev.sspr.change.PasswordChange;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.register.Registration;
import dev.sspr.reset.PasswordReset;
import java.util.Optional;

/** The flows there are: those whose parts a host has plugged in. */
record Rooms(
        PasswordReset reset,
        SmartLockout lockout,
        Optional<PasswordChange> change,
        Optional<AccountRecovery> recovery,
        Optional<Registration> registration) {
    /** One pass over all of them. */
    int sweep() {
        return reset.sweep()
                + change.map(PasswordChange::sweep).orElse(0)
                + recovery.map(AccountRecovery::sweep).orElse(0)
                + registration.map(Registration::sweep).orElse(0);
    }
}
