package dev.sspr.internal.recovery;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.verification.PasswordCommit;
import dev.sspr.internal.verification.VerificationFlow;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.spi.Secret;
import java.util.Objects;
import java.util.Optional;

/** The verification flow of a recovery: a waiting period instead of proofs; its commit sets a new password. */
public final class RecoveryFlow extends VerificationFlow implements AccountRecovery {
    private final PasswordCommit passwords;

    public RecoveryFlow(FlowServices services, PasswordCommit passwords) {
        super(services, Optional.of(passwords));
        this.passwords = passwords;
    }

    @Override
    public CompleteResult complete(FlowHandle handle, Secret password) {
        return commit(handle, passwords.reset(Objects.requireNonNull(password, "password")));
    }
}
