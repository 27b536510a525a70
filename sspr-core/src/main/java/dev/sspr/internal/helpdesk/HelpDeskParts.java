package dev.sspr.internal.helpdesk;

import dev.sspr.flow.OpenFlow;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The parts of a help desk. {@code clearLockout} and {@code approveRecovery} are empty if nothing implements them. */
public record HelpDeskParts(
        AdminAuthorizer authorizer,
        String tenant,
        UserStore users,
        VerificationFlow reset,
        MethodCatalog catalog,
        SecurityInfoStore infos,
        AccessPasses passes,
        List<Function<UserId, List<OpenFlow>>> flows,
        Optional<Consumer<UserId>> clearLockout,
        Optional<Approval> approveRecovery) {
    /** Approves recoveries. */
    public interface Approval {
        /** Approves one; returns whether the pending recovery with this reference is approved, now or before. */
        boolean approve(UserId by, UserId person, String reference);

        /** Returns whether the actor began it for the user, and so never approves it. */
        default boolean begunBy(UserId by, UserId person, String reference) {
            return false;
        }
    }

    /** Copies the list. */
    public HelpDeskParts {
        flows = List.copyOf(flows);
    }
}
