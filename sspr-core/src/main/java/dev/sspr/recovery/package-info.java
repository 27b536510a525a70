/** Everything is lost: a waiting period in which every address may object takes the place of proofs (ruling 15). */
@NullMarked
package dev.sspr.recovery;

import org.jspecify.annotations.NullMarked;
