package dev.sspr.reset;

import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.proof.Intent;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a reset is for.
 *
 * @param alsoClears what else of an account is put right by a reset, such as a lock of its sign-in
 */
record ForgottenPassword(Consumer<UserId> alsoClears) implements Intent {
    @Override
    public Purpose purpose() {
        return Purpose.RESET;
    }

    @Override
    public Beginner beginner() {
        return Beginner.ANYBODY;
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
        return new MessageContent.ResetCode(code, link, cancel, expiresAt);
    }

    @Override
    public String page(String name) {
        return name;
    }

    @Override
    public MessageContent notPossible(MessageContent.ResetNotPossible.Reason why) {
        return new MessageContent.ResetNotPossible(why);
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
