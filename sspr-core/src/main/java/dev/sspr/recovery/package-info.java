/** Recovery after the loss of every method: a waiting period in which every address may object replaces the proofs. */
@NullMarked
package dev.sspr.recovery;

import org.jspecify.annotations.NullMarked;
