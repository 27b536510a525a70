package dev.sspr.internal.verify;

import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuthMethod;
import java.time.Instant;
import java.util.List;

/** A verifier whose methods are in the account's security info, which is loaded once for all of them. */
interface SecurityInfoBacked {
    /** What an account can prove itself with. */
    List<AuthMethod> methods(Account account, SecurityInfo info, Instant now);
}
