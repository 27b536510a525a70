package dev.sspr.spi;

/**
 * Tells whether a {@link UserStore} writes to two stores. If the answer to a write was lost and the generation shows
 * that it succeeded, the second store may lack the password. The user then gets the result {@link
 * UserStore.PasswordWrite.Partly} (U17, RST-22). A store may implement it.
 */
@FunctionalInterface
public interface CompositeStore {
    /**
     * How many stores this one is made of.
     *
     * @return the number of stores, always the same
     */
    Parts parts();

    /** A number of stores. */
    enum Parts {
        /** There is one store: it has the password or not. */
        ONE,
        /** There are two stores: only one of them may have the password. */
        TWO
    }
}
