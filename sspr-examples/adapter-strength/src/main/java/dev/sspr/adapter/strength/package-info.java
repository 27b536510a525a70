/** {@link dev.sspr.adapter.strength.StrengthRule}, a rule of the host's own on top of the library zxcvbn4j (MIT). */
@NullMarked
package dev.sspr.adapter.strength;

import org.jspecify.annotations.NullMarked;
