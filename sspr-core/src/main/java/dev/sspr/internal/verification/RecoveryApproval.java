package dev.sspr.internal.verification;

import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Lets another user approve one waiting period of an account. A short reference, which only the browser that began it shows,
 * excludes an attacker's period that runs at the same time.
 */
public final class RecoveryApproval {
    /** 40 bits, so that a wrong reference matches no other flow. */
    private static final CodeFormat FORM = CodeFormat.unambiguous(8);

    private final FlowServices services;

    public RecoveryApproval(FlowServices services) {
        this.services = services;
    }

    public String reference(FlowId flow) {
        return text(services.digests.reference(flow));
    }

    /**
     * Approves the account's waiting period with this reference; idempotent. Returns whether a live one is approved now.
     */
    public boolean approve(UserId by, UserId user, String typed) {
        List<StoredState<FlowState>> meant = meant(user, typed);
        if (meant.size() != 1) {
            return false;
        }
        Optional<Applied<FlowState, Boolean>> applied =
                services.runner.apply(meant.get(0), state -> state.approved(by, services.guards, services.now()));
        return applied.isPresent() && agreed(applied.get().now().state());
    }

    /** Returns whether the actor began the account's waiting period with this reference, and so never approves it. */
    public boolean begunBy(UserId by, UserId user, String typed) {
        return meant(user, typed).stream()
                .anyMatch(found -> found.state() instanceof Waiting waiting
                        && waiting.begunBy().equals(Optional.of(by)));
    }

    private List<StoredState<FlowState>> meant(UserId user, String typed) {
        String wanted = new String(FORM.normalised(typed.toCharArray()));
        return services.flowsOf(user).stream()
                .filter(found -> named(found.id(), wanted))
                .toList();
    }

    private boolean agreed(FlowState state) {
        boolean there = state instanceof ProofsComplete
                || (state instanceof Waiting waiting && waiting.approval() == WaitingPeriod.Approval.NOT_NEEDED);
        return there && services.guards.live(state.header(), services.now());
    }

    private boolean named(FlowId flow, String wanted) {
        return services.digests.referenceFits(flow, made -> text(made).equals(wanted));
    }

    private static String text(byte[] made) {
        return new String(FORM.code(block -> made));
    }
}
