package dev.sspr.password;

import java.util.Optional;

/** How new hashes are made, and at what cost. */
interface HashScheme {
    /** 128 bits, as RFC 9106 section 4 advises (R-HASH-4). */
    int SALT_BYTES = 16;

    /** 256 bits, as RFC 9106 section 4 advises. */
    int TAG_BYTES = 32;

    /** What computing one takes, in KiB. */
    int memory();

    /** Computes a hash and writes it down. */
    String make(byte[] password, byte[] salt, Optional<Pepper> pepper);
}
