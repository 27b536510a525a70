package dev.sspr.internal.unlock;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnlockResult;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.unlock.AccountUnlock;
import java.util.Optional;

/** The verification flow of an unlock; its commit lifts a lock. */
public final class UnlockFlow extends VerificationFlow implements AccountUnlock {
    private final UnlockAction action;

    public UnlockFlow(FlowServices services, UnlockAction action) {
        super(services, Optional.empty());
        this.action = action;
    }

    @Override
    public UnlockResult complete(FlowHandle handle) {
        return CompleteResult.<UnlockResult>fold(
                commit(handle, action),
                done -> new UnlockResult.Unlocked(done.recoveryCode()),
                partlyDone -> new UnlockResult.Unlocked(partlyDone.recoveryCode()),
                rejected -> new UnlockResult.NotLocked(),
                inProgress -> new UnlockResult.InProgress(),
                notConfirmed -> new UnlockResult.InProgress(),
                notPossible -> notPossible,
                refused -> refused);
    }
}
