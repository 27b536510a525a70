/**
 * The entry point: {@link dev.sspr.Sspr#builder} takes the parts of a host and returns the flows.
 *
 * <p>This library signs no user in, keeps no user, renders no page, and reads no request.
 */
@NullMarked
package dev.sspr;

import org.jspecify.annotations.NullMarked;
