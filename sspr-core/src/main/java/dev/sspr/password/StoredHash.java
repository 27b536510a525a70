package dev.sspr.password;

import dev.sspr.password.PasswordHasher.Rehash;
import java.util.Optional;

/** A stored hash that was read and found bearable: computing it is still to do. */
interface StoredHash {
    /** What computing it takes, in KiB. */
    int memory();

    /** The id of the pepper it was made with. */
    default Optional<Integer> pepperId() {
        return Optional.empty();
    }

    /** Computes it for a password, and compares in a time that does not depend on where they differ. */
    boolean matches(byte[] password, Optional<Pepper> pepper);

    /** How it stands beside a new hash; a form that is read only for migration is another scheme. */
    default Rehash beside(HashScheme wanted) {
        return Rehash.SCHEME;
    }
}
