package dev.sspr.internal.change;

import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.password.PasswordText;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.InstantSource;

/** Asks the store, under the same lockout as sign-in. */
public final class VerifiedPasswords implements CurrentPasswords {
    /** If the store has a lock of its own, its end is unknown: the length of the first smart lockout. */
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final PasswordVerifier verifier;
    private final SmartLockout lockout;
    private final InstantSource clock;

    public VerifiedPasswords(PasswordVerifier verifier, SmartLockout lockout, InstantSource clock) {
        this.verifier = verifier;
        this.lockout = lockout;
        this.clock = clock;
    }

    @Override
    public Verdict check(UserId user, SmartLockout.Location location, Secret typed) {
        // a directory takes an empty password for an anonymous bind, so the store is never asked (R-PWD-10)
        if (typed.exposeTo(chars -> chars.length == 0 || chars[0] == 0)) {
            return new Verdict.Wrong();
        }
        PasswordText.Prepared prepared = PasswordText.prepare(typed);
        if (!(prepared instanceof PasswordText.Prepared.Ready ready)) {
            return new Verdict.Wrong();
        }
        try (Secret password = ready.secret()) {
            GuardResult guardResult = lockout.guard(user, location, password, same -> verifier.check(user, same));
            return said(guardResult);
        }
    }

    private Verdict said(GuardResult guardResult) {
        if (guardResult instanceof GuardResult.Locked locked) {
            return new Verdict.Locked(locked.until());
        }
        PasswordVerifier.Result check = ((GuardResult.Checked) guardResult).result();
        return switch (check) {
            case RIGHT -> new Verdict.Right();
            case LOCKED -> new Verdict.Locked(clock.instant().plus(A_WHILE));
            case WRONG, NOT_USABLE -> new Verdict.Wrong();
        };
    }
}
