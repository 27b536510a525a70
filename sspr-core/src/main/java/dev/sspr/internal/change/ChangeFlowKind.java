package dev.sspr.internal.change;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.AuditVocabulary;
import dev.sspr.internal.verification.state.FlowKind;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The flow kind of a change.
 *
 * @param alsoClears clears other locks of the account, such as the smart lockout
 */
public record ChangeFlowKind(Consumer<UserId> alsoClears) implements FlowKind {
    private static final String CHANGE = "Change password (self-service)";
    private static final AuditVocabulary WORDING = new AuditVocabulary(
            Map.of(),
            Map.of(
                    AuditType.STARTED, "User started password change",
                    AuditType.PASSWORD_REFUSED, CHANGE,
                    AuditType.PASSWORD_SET, CHANGE));

    @Override
    public Purpose purpose() {
        return Purpose.CHANGE;
    }

    @Override
    public GuardScope guardScope() {
        return GuardScope.PER_FLOW;
    }

    @Override
    public AuditVocabulary auditVocabulary() {
        return WORDING;
    }

    @Override
    public boolean renewsCredentials() {
        return true;
    }

    /** Strong factors send no codes. */
    @Override
    public MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt) {
        throw new IllegalStateException("a change sends no codes");
    }

    @Override
    public LinkKind cancelLink() {
        return LinkKind.CHANGE_CANCEL;
    }

    @Override
    public MessageContent notPossible(MessageContent.ResetNotPossible.Reason why) {
        throw new IllegalStateException("a change sends no explanation");
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
