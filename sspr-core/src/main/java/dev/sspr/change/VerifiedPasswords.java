package dev.sspr.change;

import dev.sspr.internal.engine.Spi;
import dev.sspr.lockout.Attempt;
import dev.sspr.lockout.Place;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.password.PasswordText;
import dev.sspr.spi.PasswordCheck;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks the store, under the lockout that sign-in has too. */
final class VerifiedPasswords implements CurrentPasswords {
    /** Where the store has a lock of its own, nobody knows until when: the length of the first lock here. */
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final PasswordVerifier verifier;
    private final SmartLockout lockout;
    private final InstantSource clock;

    VerifiedPasswords(PasswordVerifier verifier, SmartLockout lockout, InstantSource clock) {
        this.verifier = verifier;
        this.lockout = lockout;
        this.clock = clock;
    }

    @Override
    public Said check(UserId user, Place place, Secret typed) {
        // a directory takes an empty password for an anonymous bind, so the store is never asked (R-PWD-10)
        if (typed.exposeTo(chars -> chars.length == 0 || chars[0] == 0)) {
            return new Said.Wrong();
        }
        PasswordText.Prepared prepared = PasswordText.prepare(typed);
        if (!(prepared instanceof PasswordText.Prepared.Ready ready)) {
            return new Said.Wrong();
        }
        try (Secret password = ready.secret()) {
            Attempt attempt = lockout.guard(
                    user, place, password, () -> Spi.ask("password-verifier", () -> verifier.check(user, password)));
            return said(attempt);
        }
    }

    private Said said(Attempt attempt) {
        if (attempt instanceof Attempt.Locked locked) {
            return new Said.Locked(locked.until());
        }
        PasswordCheck check = ((Attempt.Checked) attempt).said();
        return switch (check) {
            case RIGHT -> new Said.Right();
            case LOCKED -> new Said.Locked(Instant.ofEpochMilli(clock.millis()).plus(A_WHILE));
            case WRONG, NOT_USABLE -> new Said.Wrong();
        };
    }
}
