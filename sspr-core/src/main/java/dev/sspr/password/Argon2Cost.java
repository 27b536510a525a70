package dev.sspr.password;

import java.util.Optional;

/**
 * The cost of one Argon2 computation.
 *
 * @param memory in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes
 */
record Argon2Cost(int memory, int iterations, int parallelism) implements HashScheme {
    /**
     * The floors of the OWASP Password Storage cheat sheet: memory in KiB, and the fewest iterations for that much
     * memory.
     */
    private static final int[][] FLOORS = {{47104, 1}, {19456, 2}, {12288, 3}, {9216, 4}, {7168, 5}};

    /** Ceilings against a hash text whose check would stop the server (R-RATE-14): 1 GiB, 64 passes, 16 lanes. */
    private static final int MOST_MEMORY = 1 << 20;

    private static final int MOST_ITERATIONS = 64;
    private static final int MOST_PARALLELISM = 16;

    /** The ceiling of all passes together: 2 GiB, which takes about a second (R-HASH-7). */
    private static final int MOST_WORK = 1 << 21;

    /** Refuses a cost that would stop a server, and a cost that RFC 9106 section 3.1 does not allow. */
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

    /**
     * Returns whether a hash of this cost saves memory or passes compared with the wanted cost, and so should be
     * replaced.
     */
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
