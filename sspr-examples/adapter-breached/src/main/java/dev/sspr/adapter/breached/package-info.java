/**
 * Breached passwords, asked of a service or of a file.
 *
 * <ul>
 *   <li>{@link dev.sspr.adapter.breached.RangeClient} asks a service that speaks the range protocol of Have I Been Pwned:
 *       it sends 20 bits of the SHA-1, and compares what comes back here.
 *   <li>{@link dev.sspr.adapter.breached.BreachIndex} looks into a file that {@link
 *       dev.sspr.adapter.breached.IndexBuilder} made of the published list of SHA-1 lines; nothing leaves the machine.
 * </ul>
 */
@NullMarked
package dev.sspr.adapter.breached;

import org.jspecify.annotations.NullMarked;
