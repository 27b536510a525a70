package dev.sspr.internal.verification;

import dev.sspr.flow.CompleteResult;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Set;

/** Where a flow stands for the room above, which may have something of its own to check before the deed. */
public sealed interface CommitReadiness {
    /** The deed can be done, once the room above has seen the rest. */
    record Ready(UserId user, List<MethodKind> proven, Set<MethodKind> rest) implements CommitReadiness {}

    /** It was done, is being done, or cannot be done now. */
    record Decided(CompleteResult result) implements CommitReadiness {}
}
