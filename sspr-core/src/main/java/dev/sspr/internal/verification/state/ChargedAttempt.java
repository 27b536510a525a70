package dev.sspr.internal.verification.state;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.VerifierState;

/**
 * One charged guess at one challenge; nothing is compared without one (R-RATE-4).
 *
 * @param verifierState the state that its verifier gets back
 * @param left how many guesses its kind has left in this flow
 */
public record ChargedAttempt(Challenge challenge, VerifierState verifierState, int left) {}
