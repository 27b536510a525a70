package dev.sspr.change;

import dev.sspr.change.ChangeRequest.Knowledge;
import dev.sspr.change.ChangeStart.Reason;
import dev.sspr.flow.CompleteResult.Done;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.host.Host;
import dev.sspr.lockout.Place;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Alice, who changes her password at a host in memory. */
abstract class ChangeFixture {
    static final PasswordChangeResult DONE = new PasswordChangeResult.Judged(new Done(Done.Sessions.ENDED));
    final Host host = new Host();
    final PasswordChange change = host.node().passwordChange();

    ChangeRequest request(ChangeOccasion occasion, Knowledge knowledge, MethodKind... methods) {
        return new ChangeRequest(
                Host.ALICE, occasion, knowledge, host.now.get(), Set.of(methods), Place.FAMILIAR, Optional.empty());
    }

    ChangeStart begin(PasswordChange at, ChangeRequest request) {
        return at.begin(request, FlowContext.of(Locale.ENGLISH));
    }

    FlowHandle begun() {
        ChangeStart start = begin(change, request(ChangeOccasion.VOLUNTARY, Knowledge.TYPED));
        return ((ChangeStart.Begun) start).handle();
    }

    PasswordChangeResult complete(FlowHandle handle, Secret current, Secret next) {
        return change.complete(handle, Place.FAMILIAR, current, next);
    }

    Reason refused(ChangeRequest request) {
        return ((ChangeStart.NotNow) begin(change, request)).reason();
    }
}
