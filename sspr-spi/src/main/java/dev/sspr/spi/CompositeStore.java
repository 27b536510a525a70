package dev.sspr.spi;

/**
 * An ability of a {@link UserStore} that may be made of two: it says so. A write whose answer was lost, and which the
 * generation shows to have landed, is then not known to be in both, and the person is told what {@link
 * UserStore.PasswordWrite.Partly} says (U17, RST-22).
 */
@FunctionalInterface
public interface CompositeStore {
    /**
     * Of how many stores this one is made.
     *
     * @return always the same
     */
    Parts parts();

    /** How many there are. */
    enum Parts {
        /** A password is in the store or it is not. */
        ONE,
        /** A password may be in one of them only. */
        TWO
    }
}
