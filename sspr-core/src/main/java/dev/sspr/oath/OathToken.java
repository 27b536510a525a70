package dev.sspr.oath;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.internal.bounds.OathBounds;
import dev.sspr.internal.bytes.Base32;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * A hardware token as its vendor describes it.
 *
 * @param serial the printed serial number; 1 to 64 characters
 * @param manufacturer the name of the manufacturer; up to 64 characters
 * @param model the name of the model; up to 64 characters
 * @param seed its secret in Base32 (RFC 4648), in either case, 26 to {@link #MAX_SEED} characters: at least 128 bits
 *     (R-TOTP-2)
 * @param hash the hash function of its codes
 * @param digits the digits of its codes, 6 or 8
 * @param factor its moving factor
 */
public record OathToken(
        String serial, String manufacturer, String model, Secret seed, Hash hash, int digits, Factor factor) {
    /** The most characters of a seed. */
    public static final int MAX_SEED = 128;
    /** The fewest bytes of a seed: 128 bits (RFC 4226 section 4, R6). */
    public static final int LEAST_SEED_BYTES = 16;

    /** The moving factor of a token. An event-based token always has a counter. */
    public sealed interface Factor {
        /**
         * A token that counts time steps (RFC 6238).
         *
         * @param period the length of a step, 30 or 60 seconds
         */
        record Time(Duration period) implements Factor {
            /**
             * Checks the period.
             *
             * @throws IllegalArgumentException if the period is neither of the two
             */
            public Time {
                OathBounds.period("authenticator.period", period);
            }
        }

        /**
         * A token that counts presses of its button (RFC 4226).
         *
         * @param next the counter of the next code, 0 to 2^40
         */
        record Presses(long next) implements Factor {
            /**
             * Checks the counter.
             *
             * @throws IllegalArgumentException if it is out of bounds
             */
            public Presses {
                Bounds.within("counter", next, 0, 1L << 40);
            }
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is not of the stated form; no message holds a part of the seed
     */
    public OathToken {
        Bounds.within("serial number's length", serial.length(), 1, 64);
        Bounds.within("manufacturer's length", manufacturer.length(), 0, 64);
        Bounds.within("model's length", model.length(), 0, 64);
        Bounds.within("secret key's length", seed.length(), 0, MAX_SEED);
        if (seed.exposeTo(OathToken::bytes) < LEAST_SEED_BYTES) {
            throw new IllegalArgumentException(
                    "a secret key must be Base32 of at least " + LEAST_SEED_BYTES + " bytes");
        }
        Objects.requireNonNull(hash, "hash");
        OathBounds.digits("authenticator.digits", digits);
        Objects.requireNonNull(factor, "factor");
    }

    private static int bytes(char[] base32) {
        return Base32.decode(base32)
                .map(bytes -> {
                    Arrays.fill(bytes, (byte) 0);
                    return bytes.length;
                })
                .orElse(0);
    }

    /** The hash function behind the HMAC of a one-time code (RFC 6238 section 1.2), with the seed it takes. */
    public enum Hash {
        /** Every app and token supports it. A collision of SHA-1 does not break its HMAC (RFC 4226 appendix B.2). */
        SHA1(20),
        /** For apps that are known to support it. Some apps ignore it and show other codes. */
        SHA256(32),
        /** For apps that are known to support it, like {@link #SHA256}. */
        SHA512(64);

        private final int seedBytes;

        Hash(int seedBytes) {
            this.seedBytes = seedBytes;
        }

        /**
         * Returns the length of a new seed, which is the length of the hash (RFC 6238 section 5.1, R-TOTP-2).
         *
         * @return 20, 32 or 64 bytes
         */
        public int seedBytes() {
            return seedBytes;
        }
    }
}
