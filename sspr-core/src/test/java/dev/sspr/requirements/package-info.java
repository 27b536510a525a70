/** The meaning of the ids in code and tests, and the tests that cover each. */
@NullMarked
package dev.sspr.requirements;

import org.jspecify.annotations.NullMarked;
