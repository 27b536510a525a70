package dev.sspr.recovery;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.proof.Intent;
import dev.sspr.internal.proof.NewPasswords;
import dev.sspr.internal.proof.ProofFlow;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything is lost: no password, no phone, no mailbox. Whoever asks waits, and every address of the account may object
 * until the end; with nobody's objection, and a second person's agreement where the policy asks for it, the browser that
 * began it sets a new password.
 *
 * <p>It needs nothing but the clock and survives restarts. Strangers learn nothing: for a name that nobody has, the same
 * waiting period runs, and never ends well. Off unless a {@link RecoveryPolicy} is set.
 *
 * <p><b>Threads, Blocking, Failure.</b> As {@code PasswordReset}. <b>Security duty.</b> The handle is worth the account for as
 * long as the period runs: the host gives it to the person to keep, such as in a cookie that outlives the browser.
 */
public final class AccountRecovery {
    private final ProofFlow flow;
    private final NewPasswords passwords;

    private AccountRecovery(ProofFlow flow, NewPasswords passwords) {
        this.flow = flow;
        this.passwords = passwords;
    }

    /**
     * Puts a recovery together; a host calls {@code Sspr.builder} instead.
     *
     * @param flow the machine, for {@link #intent}
     * @param passwords judges and sets what somebody typed
     * @return a recovery
     */
    @SuppressWarnings("exports")
    public static AccountRecovery of(ProofFlow flow, NewPasswords passwords) {
        return new AccountRecovery(flow, passwords);
    }

    /**
     * What the machine must know of a recovery.
     *
     * @param policy how long it waits for objections
     * @param alsoClears what else of an account is put right, such as a lock of its sign-in
     * @return the intent
     */
    @SuppressWarnings("exports")
    public static Intent intent(RecoveryPolicy policy, Consumer<UserId> alsoClears) {
        return new LostEverything(policy, alsoClears);
    }

    /**
     * Begins a waiting period. The answer and its time are the same for every name, known or not (R-ENUM-1).
     *
     * @param login what the person typed, any text
     * @param context where the call comes from
     * @return begun, without offers; or refused for the name's form or a budget
     */
    public StartResult start(String login, FlowContext context) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(context, "context");
        return flow.start(login, context);
    }

    /**
     * From when the new password may be set, if nobody objects.
     *
     * @param handle from {@link #start}
     * @return the time, for every name alike; it moves if notices go out late; empty for a handle that opens nothing, and in
     *     the first moments
     */
    public Optional<Instant> dueAt(FlowHandle handle) {
        return flow.dueAt(handle);
    }

    /**
     * What the person reads out to the one who is to agree, such as on the telephone: it names this recovery and no other, in
     * {@code HelpDesk.approveRecovery}. Show it only in the browser that began.
     *
     * @param handle from {@link #start}
     * @return 8 letters and digits, for every name alike; empty for a handle that opens nothing
     */
    public Optional<String> reference(FlowHandle handle) {
        return flow.reference(handle);
    }

    /**
     * "This was not me", when somebody presses the button behind the link of a notice: it ends with every other flow that was
     * begun for this account, and for a day nobody can begin another for it.
     *
     * @param link the token in the link's fragment
     * @return what it brought
     */
    public ReportResult object(Secret link) {
        return flow.report(link);
    }

    /**
     * Sets the new password once the period is over. It may be called again after any answer and any failure: it writes once.
     *
     * @param handle from {@link #start}
     * @param password what the person typed; the caller wipes it
     * @return done, rejected with reasons, not possible any more, or refused
     */
    public CompleteResult complete(FlowHandle handle, Secret password) {
        return flow.complete(handle, passwords.reset(Objects.requireNonNull(password, "password")));
    }

    /**
     * Gives up, in the browser that holds the handle.
     *
     * @param handle from {@link #start}
     * @return where it stands now
     */
    public FlowStatus cancel(FlowHandle handle) {
        return flow.cancel(handle);
    }

    /**
     * Tells what became of it.
     *
     * @param handle from {@link #start}
     * @return where it stands; for an hour after its time also how it ended
     */
    public FlowStatus status(FlowHandle handle) {
        return flow.status(handle);
    }

    /**
     * What is open for an account, for the help desk.
     *
     * @param user the account
     * @return open recoveries; nothing of them opens one
     */
    public List<OpenFlow> openOf(UserId user) {
        return flow.open(Objects.requireNonNull(user, "user"));
    }

    /**
     * Does what is overdue: notices, and what must follow a new password. {@code Sspr} calls it by itself.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return flow.sweep();
    }
}
