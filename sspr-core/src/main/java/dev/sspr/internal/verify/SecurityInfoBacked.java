package dev.sspr.internal.verify;

import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import java.time.Instant;
import java.util.List;

/** A verifier whose methods are in the account's security info, which is loaded once for all such verifiers. */
interface SecurityInfoBacked {
    /** Returns the methods with which an account can give a proof. */
    List<AuthMethod> methods(Account account, SecurityInfo info, Instant now);
}
