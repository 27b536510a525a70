package dev.sspr.password;

import java.util.Optional;

/**
 * What one Argon2 computation costs.
 *
 * @param memory in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes
 */
record Argon2Cost(int memory, int iterations, int parallelism) implements HashScheme {
    /** OWASP Password Storage cheat sheet: memory in KiB, and the fewest iterations that make up for it. */
    private static final int[][] FLOORS = {{47104, 1}, {19456, 2}, {12288, 3}, {9216, 4}, {7168, 5}};

    /** Ceilings against a hash text whose check would stop the server (R-RATE-14): 1 GiB, 64 passes, 16 lanes. */
    private static final int MOST_MEMORY = 1 << 20;

    private static final int MOST_ITERATIONS = 64;
    private static final int MOST_PARALLELISM = 16;

    /** And 2 GiB in all passes together, which takes about a second (R-HASH-7). */
    private static final int MOST_WORK = 1 << 21;

    /** Refuses what a server could not bear, and what RFC 9106 section 3.1 does not allow. */
    Argon2Cost {
        require("parallelism", parallelism, 1, MOST_PARALLELISM);
        require("memory (KiB)", memory, 8 * parallelism, MOST_MEMORY);
        require("iterations", iterations, 1, Math.min(MOST_ITERATIONS, MOST_WORK / memory));
    }

    /** Refuses a cost below every pair of OWASP (R-HASH-1). */
    Argon2Cost strongEnough() {
        for (int[] floor : FLOORS) {
            if (memory >= floor[0]) {
                require("iterations at " + memory + " KiB", iterations, floor[1], MOST_ITERATIONS);
                return this;
            }
        }
        throw new IllegalArgumentException("memory (KiB) must be 7168 or more, it is " + memory);
    }

    /** Whether a hash of this cost should be made anew with another one: it saves memory or passes. */
    boolean below(Argon2Cost wanted) {
        return memory < wanted.memory || iterations < wanted.iterations;
    }

    @Override
    public String make(byte[] password, byte[] salt, Optional<Pepper> pepper) {
        byte[] key = pepper.map(Pepper::key).orElse(new byte[0]);
        byte[] tag = Kdf.argon2(Kdf.Argon2.V13_ID, password, salt, key, new byte[0], this, TAG_BYTES);
        return Argon2Hash.text(this, pepper.map(Pepper::id), salt, tag);
    }

    private static void require(String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Argon2 " + parameter + " must be " + least + " to " + most + ", it is " + value);
        }
    }
}
