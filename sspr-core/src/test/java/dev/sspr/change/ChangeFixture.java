package dev.sspr.change;

import dev.sspr.change.ChangeRequest.PasswordEvidence;
import dev.sspr.change.ChangeStart.Reason;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.CompleteResult.Done;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.lockout.SignInLocation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Alice, who changes her password at a host in memory. */
abstract class ChangeFixture {
    static final PasswordChangeResult DONE = new PasswordChangeResult.Judged(new Done(Done.Sessions.ENDED));
    final NodeFixture host = new NodeFixture();
    final PasswordChange change = host.node().passwordChange();

    ChangeRequest request(ChangeOccasion occasion, PasswordEvidence passwordEvidence, MethodKind... methods) {
        return new ChangeRequest(
                NodeFixture.ALICE,
                occasion,
                passwordEvidence,
                host.now.get(),
                Set.of(methods),
                SignInLocation.FAMILIAR,
                Optional.empty());
    }

    ChangeStart begin(PasswordChange at, ChangeRequest request) {
        return at.begin(request, FlowContext.of(Locale.ENGLISH));
    }

    FlowHandle begun() {
        ChangeStart start = begin(change, request(ChangeOccasion.VOLUNTARY, PasswordEvidence.TYPED));
        return ((ChangeStart.Begun) start).handle();
    }

    PasswordChangeResult complete(FlowHandle handle, Secret current, Secret next) {
        return change.complete(handle, SignInLocation.FAMILIAR, current, next);
    }

    Reason refused(ChangeRequest request) {
        return ((ChangeStart.NotNow) begin(change, request)).reason();
    }
}
