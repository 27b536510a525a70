package dev.sspr.internal.verification;

import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Set;

/**
 * A flow that can commit.
 *
 * @param user the account
 * @param proven the kinds of the proofs
 * @param rest what the flow kind must check itself before the commit
 */
public record CommitReadiness(UserId user, List<MethodKind> proven, Set<MethodKind> rest) {}
