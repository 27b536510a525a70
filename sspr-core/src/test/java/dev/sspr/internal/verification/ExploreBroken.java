package dev.sspr.internal.verification;

/** A safety property does not hold. It is an error so that no guard against failing adapters catches it. */
public final class ExploreBroken extends Error {
    private static final long serialVersionUID = 1L;

    private final String property;

    public ExploreBroken(String property, String how) {
        super(property + ": " + how);
        this.property = property;
    }

    public String property() {
        return property;
    }

    public static void unless(boolean holds, String property, String how) {
        if (!holds) {
            throw new ExploreBroken(property, how);
        }
    }
}
