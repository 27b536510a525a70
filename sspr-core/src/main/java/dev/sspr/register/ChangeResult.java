package dev.sspr.register;

import dev.sspr.flow.SecurityInfoView;

/** What a change of security info brought. */
public sealed interface ChangeResult permits ChangeResult.Changed, Denied {
    /**
     * It is changed.
     *
     * @param securityInfoView what there is now
     */
    record Changed(SecurityInfoView securityInfoView) implements ChangeResult {}
}
