package dev.sspr.internal.verification.state;

import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;

/**
 * A challenge answered in this flow for this account; only {@link AwaitingResponse} makes one, from a charged guess
 * (R-FLOW-5).
 *
 * @param endpoint digest of the mailbox, line or device
 */
public record Proof(MethodKind kind, Digest endpoint) {}
