package dev.sspr.password;

import dev.sspr.password.PasswordHasher.Rehash;
import java.util.Optional;

/** A stored hash that was read and whose cost is within the ceilings. It is not computed yet. */
interface StoredHash {
    /** Returns the memory of the computation, in KiB. */
    int memory();

    /** Returns the id of the pepper that the hash was made with. */
    default Optional<Integer> pepperId() {
        return Optional.empty();
    }

    /** Computes the hash of a password, and compares. The time does not depend on where they differ. */
    boolean matches(byte[] password, Optional<Pepper> pepper);

    /** Compares this hash with the scheme of new hashes. A form that is read only for migration is another scheme. */
    default Rehash beside(HashScheme wanted) {
        return Rehash.SCHEME;
    }
}
