package dev.sspr.internal.verification;

import dev.sspr.flow.CompleteResult;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Set;

/** Whether a flow can commit; the flow kind may have a check of its own first. */
public sealed interface CommitReadiness {
    /** The flow can commit after the flow kind has checked the rest. */
    record Ready(UserId user, List<MethodKind> proven, Set<MethodKind> rest) implements CommitReadiness {}

    /** The commit is done, in progress or impossible. */
    record Decided(CompleteResult result) implements CommitReadiness {}
}
