package dev.sspr.internal.reset;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.verification.PasswordCommit;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Secret;
import java.util.Objects;
import java.util.Optional;

/** The verification flow of a reset; its commit sets a new password. */
public final class ResetFlow extends VerificationFlow implements PasswordReset {
    private final PasswordCommit passwords;

    public ResetFlow(FlowServices services, PasswordCommit passwords) {
        super(services, Optional.of(passwords));
        this.passwords = passwords;
    }

    @Override
    public CompleteResult complete(FlowHandle handle, Secret password) {
        return commit(handle, passwords.reset(Objects.requireNonNull(password, "password")));
    }
}
