package dev.sspr.internal.verify;

import dev.sspr.flow.UnavailableException;
import dev.sspr.password.PasswordHasher;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;
import java.util.function.Supplier;

/**
 * A salted, slow hash for secrets that an attacker with the store could otherwise guess: answers, and codes below 112
 * bits (R-OTP-7, R-SQ-4). Every call costs the same.
 *
 * <p><b>Failure.</b> {@link UnavailableException} if the machine is busy with others.
 */
public interface SlowHash {
    /** Makes a hash of 1 to 128 characters, under a salt of its own. */
    String of(Secret secret);

    /** Returns whether a hash is that of a secret. */
    boolean matches(Secret secret, String hash);

    /** Does the work of a comparison if there is nothing to compare with. */
    void absent(Secret secret);

    /** Argon2id at the default cost (R-HASH-1). */
    static SlowHash argon2id() {
        PasswordHasher hasher = PasswordHasher.standard();
        return new SlowHash() {
            @Override
            public String of(Secret secret) {
                return inTurn(() -> hasher.hash(secret));
            }

            @Override
            public boolean matches(Secret secret, String hash) {
                return inTurn(() -> hasher.verify(secret, hash)) == PasswordHasher.Verdict.MATCHES;
            }

            @Override
            public void absent(Secret secret) {
                inTurn(() -> {
                    hasher.verifyAbsent(secret);
                    return true;
                });
            }
        };
    }

    private static <T> T inTurn(Supplier<T> work) {
        try {
            return work.get();
        } catch (BackendUnavailableException e) {
            throw new UnavailableException("password-hash");
        }
    }
}
