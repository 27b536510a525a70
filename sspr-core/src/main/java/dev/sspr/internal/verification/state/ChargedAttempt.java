package dev.sspr.internal.verification.state;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.VerifierState;

/**
 * One paid guess at one challenge. Only charging makes one, and nothing is compared without one (R-RATE-4).
 *
 * @param challenge the challenge that was paid for
 * @param verifierState what its verifier wants to be told again
 * @param left how many guesses its kind has left in this flow
 */
public record ChargedAttempt(Challenge challenge, VerifierState verifierState, int left) {}
