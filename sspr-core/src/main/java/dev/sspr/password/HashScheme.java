package dev.sspr.password;

import java.util.Optional;

/** The scheme and cost of new hashes. */
interface HashScheme {
    /** 128 bits, as RFC 9106 section 4 advises (R-HASH-4). */
    int SALT_BYTES = 16;

    /** 256 bits, as RFC 9106 section 4 advises. */
    int TAG_BYTES = 32;

    /** Returns the memory that one computation takes, in KiB. */
    int memory();

    /** Computes a hash and returns its text. */
    String make(byte[] password, byte[] salt, Optional<Pepper> pepper);
}
