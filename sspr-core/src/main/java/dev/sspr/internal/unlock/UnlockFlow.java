package dev.sspr.internal.unlock;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refused;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.unlock.AccountUnlock;
import dev.sspr.unlock.UnlockResult;

/** The verification flow of an unlock; its commit lifts a lock. */
public final class UnlockFlow extends VerificationFlow implements AccountUnlock {
    private final UnlockAction action;

    /** An unlock over the services of its flow kind. */
    public UnlockFlow(FlowServices services, UnlockAction action) {
        super(services);
        this.action = action;
    }

    @Override
    public UnlockResult complete(FlowHandle handle) {
        CompleteResult result = commit(handle, action);
        if (result instanceof CompleteResult.Done done) {
            return new UnlockResult.Unlocked(done.recoveryCode());
        }
        if (result instanceof CompleteResult.NotPossible not) {
            return new UnlockResult.NotPossible(
                    switch (not.reason()) {
                        case ACCOUNT_NOT_USABLE -> UnlockResult.NotPossible.Reason.ACCOUNT_NOT_USABLE;
                        case SUPERSEDED -> UnlockResult.NotPossible.Reason.SUPERSEDED;
                        case MORE_PROOFS_NEEDED -> UnlockResult.NotPossible.Reason.MORE_PROOFS_NEEDED;
                    });
        }
        if (result instanceof Refused refused) {
            return new UnlockResult.Refused(refused.reason());
        }
        return result instanceof CompleteResult.InProgress
                ? new UnlockResult.InProgress()
                : new UnlockResult.NotLocked();
    }
}
