package dev.sspr.internal.proof;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Memo;

/**
 * One paid guess at one challenge. Only charging makes one, and nothing is compared without one (R-RATE-4).
 *
 * @param challenge the challenge that was paid for
 * @param memo what its verifier wants to be told again
 * @param left how many guesses its kind has left in this flow
 */
record Receipt(Challenge challenge, Memo memo, int left) {}
