package dev.sspr.internal.reset;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.AuditVocabulary;
import dev.sspr.internal.securityinfo.ResetHold;
import dev.sspr.internal.verification.state.FlowKind;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The flow kind of a reset.
 *
 * @param alsoClears clears other locks of the account, such as the smart lockout
 */
public record ResetFlowKind(Consumer<UserId> alsoClears) implements FlowKind {
    @Override
    public Purpose purpose() {
        return Purpose.RESET;
    }

    @Override
    public GuardScope guardScope() {
        return GuardScope.SHARED;
    }

    @Override
    public AuditVocabulary auditVocabulary() {
        return AuditVocabulary.DEFAULT;
    }

    @Override
    public boolean renewsCredentials() {
        return true;
    }

    @Override
    public Optional<ResetHold.Cause> hold() {
        return Optional.of(ResetHold.Cause.RESET);
    }

    @Override
    public MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt) {
        return new MessageContent.ResetCode(code, link, cancel, expiresAt);
    }

    @Override
    public LinkKind continueLink() {
        return LinkKind.CONTINUE;
    }

    @Override
    public LinkKind cancelLink() {
        return LinkKind.CANCEL;
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
