/** Every state that all flows together reach for one account, within bounds. */
@NullMarked
package dev.sspr.explore;

import org.jspecify.annotations.NullMarked;
