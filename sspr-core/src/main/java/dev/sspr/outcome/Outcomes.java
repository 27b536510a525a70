package dev.sspr.outcome;

import dev.sspr.change.ChangeStart;
import dev.sspr.change.PasswordChangeResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.Refused;
import dev.sspr.flow.SendResult;
import dev.sspr.lockout.GuardResult;
import dev.sspr.register.ConfirmResult;
import dev.sspr.register.Denied;
import dev.sspr.register.EnrolResult;
import dev.sspr.register.SignInAdvice;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.UserStore;
import dev.sspr.unlock.UnlockResult;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The catalogue: every outcome, and which one a result is. The page {@code docs/common-problems.md} shows all of them.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 *
 * <p><b>Security duty.</b> Show a caller who has proven nothing the outcomes that are {@link Disclosure#ANYONE}, and those only.
 */
public final class Outcomes {
    /** Stands for the findings of a host's own rules, whose codes only the host knows. */
    static final Object HOSTS_OWN = Finding.class;

    private static final Table TABLE = table();

    private Outcomes() {}

    private static Table table() {
        Table table = new Table();
        ResetRows.into(table);
        RegisterRows.into(table);
        AdminRows.into(table);
        ChangeRows.into(table);
        UnlockRows.into(table);
        FindingRows.into(table);
        StoreRows.into(table);
        return table;
    }

    static Map<Object, Outcome> keys() {
        return Collections.unmodifiableMap(TABLE.keys());
    }

    /**
     * All outcomes.
     *
     * @return in the order of the page
     */
    public static Collection<Outcome> all() {
        return Collections.unmodifiableCollection(TABLE.ids().values());
    }

    /**
     * The outcome with an id.
     *
     * @param id such as {@code SSPR-R-015}
     * @return the outcome; empty if there is none with this id
     */
    public static Optional<Outcome> byId(String id) {
        return Optional.ofNullable(TABLE.ids().get(Objects.requireNonNull(id, "id")));
    }

    /**
     * Which outcome a result is.
     *
     * @param result what a call of a room returned, one of the enums in it, a {@link Finding}, what an adapter answered, or an
     *     {@link dev.sspr.flow.UnavailableException}
     * @return the outcome
     * @throws IllegalArgumentException if it is none of these
     */
    public static Outcome of(Object result) {
        Outcome found = TABLE.keys().get(key(Objects.requireNonNull(result, "result")));
        if (found == null) {
            throw new IllegalArgumentException(result.getClass().getName() + " is not the result of a call");
        }
        return found;
    }

    /**
     * Which outcome a result is, with the values it had.
     *
     * @param result as for {@link #of}
     * @return the outcome and its values
     * @throws IllegalArgumentException as for {@link #of}
     */
    public static OccurredOutcome met(Object result) {
        return new OccurredOutcome(of(result), values(result));
    }

    /** What stands for a result in the table: the reason where it has one, its class where it has none. */
    private static Object key(Object result) {
        if (result instanceof Enum<?>) {
            return result;
        }
        if (result instanceof Finding finding) {
            return TABLE.keys().containsKey(finding.code()) ? finding.code() : HOSTS_OWN;
        }
        return result instanceof PasswordChangeResult.Judged judged
                ? key(judged.result())
                : reason(result).orElse(result.getClass());
    }

    private static Optional<Object> reason(Object result) {
        if (result instanceof Refused refused) {
            return Optional.of(refused.reason());
        }
        if (result instanceof Denied denied) {
            return Optional.of(denied.reason());
        }
        if (result instanceof CompleteResult.Done done) {
            return Optional.of(done.sessions());
        }
        if (result instanceof CompleteResult.NotPossible not) {
            return Optional.of(not.reason());
        }
        if (result instanceof UnlockResult.NotPossible not) {
            return Optional.of(not.reason());
        }
        if (result instanceof UnlockResult.Refused refused) {
            return Optional.of(refused.reason());
        }
        if (result instanceof SignInAdvice.MustRegister must) {
            return Optional.of(must.why());
        }
        if (result instanceof ChangeStart.NotNow not) {
            return Optional.of(not.reason());
        }
        if (result instanceof GuardResult.Checked checked) {
            return Optional.of(checked.said());
        }
        if (result instanceof GuardResult.Locked locked) {
            return Optional.of(locked.why());
        }
        if (result instanceof Notifier.Delivery.Refused refused) {
            return Optional.of(refused.reason());
        }
        return result instanceof UserStore.PasswordWrite.NotUsable not ? Optional.of(not.status()) : Optional.empty();
    }

    private static Map<Parameter, Object> values(Object result) {
        if (result instanceof PasswordChangeResult.Judged judged) {
            return values(judged.result());
        }
        if (result instanceof PasswordChangeResult.LockedOut locked) {
            return Map.of(Parameter.RETRY_AT, locked.until());
        }
        if (result instanceof ChangeStart.NotNow not) {
            return retry(not.retryAt());
        }

        if (result instanceof Refused refused) {
            return retry(refused.retryAt());
        }
        if (result instanceof Denied denied) {
            return retry(denied.retryAt());
        }
        if (result instanceof SendResult.Asked asked) {
            return Map.of(Parameter.NEXT_SEND_AT, asked.nextSendAt());
        }
        if (result instanceof EnrolResult.Sent sent) {
            return Map.of(Parameter.NEXT_SEND_AT, sent.nextSendAt());
        }
        if (result instanceof AnswerResult.NotProven not) {
            return Map.of(Parameter.TRIES_LEFT, not.triesLeft());
        }
        if (result instanceof ConfirmResult.NotConfirmed not) {
            return Map.of(Parameter.TRIES_LEFT, not.triesLeft());
        }
        if (result instanceof SignInAdvice.MaySnooze may) {
            return Map.of(Parameter.MISSING, may.missing());
        }
        return result instanceof SignInAdvice.MustRegister must ? Map.of(Parameter.MISSING, must.missing()) : Map.of();
    }

    private static Map<Parameter, Object> retry(Optional<Instant> at) {
        return at.map(when -> Map.<Parameter, Object>of(Parameter.RETRY_AT, when))
                .orElse(Map.of());
    }
}
