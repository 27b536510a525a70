package dev.sspr.internal.verify;

/** The bounds of {@link Resealer}, for tests of other packages. */
public final class ResealerBounds {
    public static final int MOST = Resealer.MOST;

    private ResealerBounds() {}
}
