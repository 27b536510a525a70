/** Types that all flows share: results, handles and contexts. */
@NullMarked
package dev.sspr.flow;

import org.jspecify.annotations.NullMarked;
