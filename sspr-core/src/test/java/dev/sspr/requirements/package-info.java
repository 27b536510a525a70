/** What the ids in code and tests mean, and which tests hold each of them. */
@NullMarked
package dev.sspr.requirements;

import org.jspecify.annotations.NullMarked;
