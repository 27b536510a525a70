package dev.sspr.outcome;

import static dev.sspr.outcome.Disclosure.OWNER;

import dev.sspr.unlock.UnlockResult;
import dev.sspr.unlock.UnlockResult.NotPossible;
import java.util.List;

/** What comes of unlocking an account. */
final class UnlockRows {
    private UnlockRows() {}

    static void into(Table table) {
        table.row("U-001", OWNER, UnlockResult.Unlocked.class)
                .row("U-002", OWNER, UnlockResult.NotLocked.class)
                .row("U-003", OWNER, List.of("AADSTS120014"), NotPossible.Reason.ACCOUNT_NOT_USABLE)
                .row("U-004", OWNER, NotPossible.Reason.SUPERSEDED)
                .row("U-005", OWNER, NotPossible.Reason.MORE_PROOFS_NEEDED)
                .row("U-006", OWNER, UnlockResult.InProgress.class);
    }
}
