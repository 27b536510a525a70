/**
 * The in-memory twins of the roles: for tests, for the first five minutes, and for a host on one node that can lose what
 * they hold when it stops.
 *
 * <p>Each twin keeps the clauses of its role and is held to them by the contract kit.
 *
 * <ul>
 *   <li><b>Threads.</b> All of them are safe for use by many threads; no lock is held while a function of the host runs.
 *   <li><b>Blocking.</b> None of them blocks, beyond the short turns that threads take.
 *   <li><b>Failure.</b> They fail when a tester asks for it through their {@link dev.sspr.spi.memory.Faults}, and when
 *       they are full.
 * </ul>
 */
@NullMarked
package dev.sspr.spi.memory;

import org.jspecify.annotations.NullMarked;
