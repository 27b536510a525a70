package dev.sspr.password;

/**
 * The cost of one scrypt computation (RFC 7914).
 *
 * @param logN the cost parameter, as a power of two
 * @param r the block size, in 128 bytes
 * @param p the parallelization
 */
record ScryptCost(int logN, int r, int p) {
    /**
     * OWASP's 2^17, 8, 1 takes 128 MiB. The ceilings are twice that for one lane, and four times that for all lanes
     * together.
     */
    private static final long MOST_MEMORY = 256L << 20;

    private static final long MOST_WORK = 512L << 20;

    /** Refuses a cost that would stop a server. */
    ScryptCost {
        HashFields.within("scrypt log N", logN, 1, 24);
        HashFields.within("scrypt r", r, 1, 64);
        HashFields.within("scrypt p", p, 1, 64);
        // RFC 7914 section 2: N must be less than 2^(128 * r / 8)
        if (logN >= 16 * r) {
            throw new PasswordHasher.UnreadableHashException("scrypt log N must be less than 16 times r");
        }
        if (bytes(logN, r) > MOST_MEMORY || bytes(logN, r) * p > MOST_WORK) {
            throw new PasswordHasher.UnreadableHashException(
                    "scrypt must take at most " + (MOST_MEMORY >> 20) + " MiB, and " + (MOST_WORK >> 20)
                            + " MiB times p; this takes " + (bytes(logN, r) >> 10) + " KiB times " + p);
        }
    }

    private static long bytes(int logN, int r) {
        return (128L * r) << logN;
    }

    /** Returns the memory in KiB. */
    int memory() {
        return (int) (bytes(logN, r) >> 10);
    }
}
