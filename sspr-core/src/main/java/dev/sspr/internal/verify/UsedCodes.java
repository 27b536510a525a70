package dev.sspr.internal.verify;

import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Marks;
import dev.sspr.spi.Credential;
import dev.sspr.spi.UserId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks used codes in the counter store too. If older security info is put back, a used code still does not pass, unless
 * the counters are put back as well (F2-S10).
 */
public final class UsedCodes {
    /** Marks nothing, for verifiers of a host. */
    static final UsedCodes NONE = new UsedCodes(Optional.empty(), Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(UsedCodes.class);

    private final Optional<SingleUse> verifier;
    private final Optional<Marks> marks;

    private UsedCodes(Optional<SingleUse> verifier, Optional<Marks> marks) {
        this.verifier = verifier;
        this.marks = marks;
    }

    /** Marks the codes of a built-in verifier; of another verifier, nothing. */
    public static UsedCodes of(Object verifier, Marks marks) {
        return verifier instanceof SingleUse single ? new UsedCodes(Optional.of(single), Optional.of(marks)) : NONE;
    }

    /** Marks what a right response has used up, after it was stored; returns false if it was used before. */
    public boolean first(UserId user, Credential before, Credential after) {
        Optional<SingleUse.Used> used = verifier.flatMap(one -> one.used(before, after));
        if (used.isEmpty()) {
            return true;
        }
        boolean first = marks.orElseThrow()
                .first(
                        Budget.USED_CODES,
                        user.value() + "/" + after.id() + "/" + used.get().what(),
                        used.get().window());
        if (!first) {
            LOG.error("a used code of {} was right again: older security info was put back", user);
        }
        return first;
    }
}
