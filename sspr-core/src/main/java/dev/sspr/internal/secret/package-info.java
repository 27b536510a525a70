/** Keys, keyed digests, sealed bodies, randomness and the text form of tokens. */
@NullMarked
package dev.sspr.internal.secret;

import org.jspecify.annotations.NullMarked;
