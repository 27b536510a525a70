/** All outcomes for users, administrators and authors of adapters, as data with texts. */
@NullMarked
package dev.sspr.outcome;

import org.jspecify.annotations.NullMarked;
