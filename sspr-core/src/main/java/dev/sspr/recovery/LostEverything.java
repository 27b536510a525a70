package dev.sspr.recovery;

import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.proof.Intent;
import dev.sspr.internal.proof.Wait;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a recovery is for.
 *
 * @param policy how long it waits for objections
 * @param alsoClears what else of an account is put right, such as a lock of its sign-in
 */
record LostEverything(RecoveryPolicy policy, Consumer<UserId> alsoClears) implements Intent {
    @Override
    public Purpose purpose() {
        return Purpose.RECOVERY;
    }

    /** Anybody may begin, but it is the waiting period, not the proofs, that is looked at in the end. */
    @Override
    public Beginner beginner() {
        return Beginner.KNOWN_PERSON;
    }

    @Override
    public Optional<Wait> waits() {
        Wait.Approval approval = policy.approval() == RecoveryPolicy.Approval.SECOND_PERSON
                ? Wait.Approval.NEEDED
                : Wait.Approval.NOT_NEEDED;
        return Optional.of(new Wait(policy.period(), policy.warning(), policy.window(), approval));
    }

    @Override
    public MessageContent waiting(Notice.RecoveryStarted.Stage stage, Instant dueAt, Secret object) {
        return new Notice.RecoveryStarted(stage, dueAt, object);
    }

    @Override
    public Auditor.Wording wording() {
        return Auditor.Wording.PLAIN;
    }

    @Override
    public boolean renewsCredentials() {
        return true;
    }

    @Override
    public MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt) {
        throw new IllegalStateException("a recovery sends no codes");
    }

    @Override
    public String page(String name) {
        return "recovery-" + name;
    }

    @Override
    public MessageContent notPossible(MessageContent.ResetNotPossible.Reason why) {
        throw new IllegalStateException("a recovery explains nothing to anybody");
    }

    @Override
    public MessageContent notice(Instant at, Optional<Secret> notMe) {
        return new Notice.PasswordChanged(at, notMe);
    }

    @Override
    public void alsoClear(UserId user) {
        alsoClears.accept(user);
    }
}
