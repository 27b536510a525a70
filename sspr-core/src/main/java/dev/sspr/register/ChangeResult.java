package dev.sspr.register;

/** What a change of security info brought. */
public sealed interface ChangeResult permits ChangeResult.Changed, Denied {
    /**
     * It is changed.
     *
     * @param overview what there is now
     */
    record Changed(Overview overview) implements ChangeResult {}
}
