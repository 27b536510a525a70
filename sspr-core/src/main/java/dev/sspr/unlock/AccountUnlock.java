package dev.sspr.unlock;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnlockResult;
import dev.sspr.flow.VerificationSteps;

/**
 * The unlock of a locked account: the user proves to be the account owner as for a reset, and the lock is lifted. The
 * password stays the same. A disabled or expired account stays disabled or expired (R-FLOW-8).
 */
public interface AccountUnlock extends VerificationSteps {
    /**
     * Lifts the lock. Call it again after any answer and any failure: it unlocks once.
     *
     * @param handle the handle of the flow
     * @return unlocked, not locked, no longer possible, or refused
     */
    UnlockResult complete(FlowHandle handle);
}
