/** Words that all flows share: what a host passes in and keeps between two requests. */
@NullMarked
package dev.sspr.flow;

import org.jspecify.annotations.NullMarked;
