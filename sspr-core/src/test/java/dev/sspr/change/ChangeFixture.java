package dev.sspr.change;

import dev.sspr.change.ChangeRequest.PasswordEvidence;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult.Done;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Alice, who changes her password at a host in memory. */
abstract class ChangeFixture {
    static final PasswordChangeResult DONE = new Done(Done.Sessions.ENDED);
    final NodeFixture host = new NodeFixture();
    final PasswordChange change = host.node().passwordChange();

    ChangeRequest request(ChangeRequest.Occasion occasion, PasswordEvidence passwordEvidence, MethodKind... methods) {
        return new ChangeRequest(
                NodeFixture.ALICE,
                occasion,
                passwordEvidence,
                host.now.get(),
                Set.of(methods),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());
    }

    ChangeStartResult begin(PasswordChange at, ChangeRequest request) {
        return at.begin(request, FlowContext.of(Locale.ENGLISH));
    }

    FlowHandle begun() {
        ChangeStartResult start = begin(change, request(ChangeRequest.Occasion.VOLUNTARY, PasswordEvidence.TYPED));
        return ((ChangeStartResult.Started) start).handle();
    }

    PasswordChangeResult complete(FlowHandle handle, Secret current, Secret next) {
        return change.complete(handle, SmartLockout.Location.FAMILIAR, current, next);
    }

    Refusal refused(ChangeRequest request) {
        return ((Refused) begin(change, request)).reason();
    }
}
