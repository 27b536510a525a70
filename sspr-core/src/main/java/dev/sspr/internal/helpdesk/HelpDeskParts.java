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

/**
 * What a help desk is made of; a host calls {@code Sspr.builder} instead.
 *
 * @param authorizer says who may do what
 * @param tenant which tenant this is
 * @param users the host's own user store
 * @param reset the machine of the reset
 * @param catalog the verifiers
 * @param infos the stored security info
 * @param passes makes access passes
 * @param flows where to look for open flows
 * @param clearLockout forgets the wrong passwords that the sign-in has counted, if something counts them
 * @param approveRecovery agrees to the recovery of a person that has a reference, if the policy asks for that
 */
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
    /** Agrees to recoveries. */
    public interface Approval {
        /**
         * Agrees to one.
         *
         * @param by who agrees
         * @param person whose recovery
         * @param reference which of them
         * @return whether one that is not over is agreed to, now or before
         */
        boolean approve(UserId by, UserId person, String reference);
    }

    /** Copies the list. */
    public HelpDeskParts {
        flows = List.copyOf(flows);
    }
}
