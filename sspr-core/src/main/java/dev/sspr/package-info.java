/**
 * The entry: {@link dev.sspr.Sspr#builder} takes what a host has, and hands out the flows.
 *
 * <p>What this library is not: it signs nobody in, keeps no user, renders no page, and reads no request.
 */
@NullMarked
package dev.sspr;

import org.jspecify.annotations.NullMarked;
