package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.verify.CodeFormat;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Lets somebody else agree to one of an account's waiting periods. Which one is named by a short reference that only the
 * browser that began it shows: a stranger's period that runs at the same time is not agreed to by mistake.
 */
public final class Approving {
    /** 40 bits: nobody happens upon another's. */
    private static final CodeFormat FORM = CodeFormat.unambiguous(8);

    private final Desk desk;

    Approving(Desk desk) {
        this.desk = desk;
    }

    String reference(FlowId flow) {
        return text(desk.digests.reference(flow));
    }

    /**
     * Somebody agrees to the period of an account that has this reference, as it was typed; once more changes nothing. Says
     * whether one that is not over is agreed to now.
     */
    public boolean approve(UserId by, UserId user, String typed) {
        String wanted = new String(FORM.normalised(typed.toCharArray()));
        List<Loaded<ProofState>> meant = desk.flowsOf(user).stream()
                .filter(found -> named(found.id(), wanted))
                .toList();
        if (meant.size() != 1) {
            return false;
        }
        Optional<Ran<ProofState, Boolean>> ran =
                desk.runner.apply(meant.get(0), state -> state.approved(by, desk.rules, desk.now()));
        return ran.isPresent() && agreed(ran.get().now().state());
    }

    /** Nothing is proven that was not agreed to. */
    private boolean agreed(ProofState state) {
        boolean there = state instanceof Proven
                || (state instanceof Waiting waiting && waiting.approval() == Wait.Approval.NOT_NEEDED);
        return there && desk.rules.live(state.ticket(), desk.now());
    }

    private boolean named(FlowId flow, String wanted) {
        return desk.digests.referenceFits(flow, made -> text(made).equals(wanted));
    }

    private static String text(byte[] made) {
        return new String(FORM.code(block -> made));
    }
}
