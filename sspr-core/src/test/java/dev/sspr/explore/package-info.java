/** Every situation that all flows together bring one account into, within bounds (security section 6(b)). */
@NullMarked
package dev.sspr.explore;

import org.jspecify.annotations.NullMarked;
