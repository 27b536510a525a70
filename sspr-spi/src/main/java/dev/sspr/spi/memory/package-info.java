/**
 * The in-memory twins of the roles: for tests, for a first trial, and for a host on one node that can lose their
 * content when it stops.
 *
 * <p>Each twin fulfils the clauses of its role and passes the contract kit.
 *
 * <ul>
 *   <li><b>Threads.</b> All twins are safe for use by many threads; they hold no lock while a function of the host
 *       runs.
 *   <li><b>Blocking.</b> None blocks, except for short waits for a lock.
 *   <li><b>Failure.</b> They fail if a test requests it through their {@link dev.sspr.spi.memory.Faults}, and when they
 *       are full.
 * </ul>
 */
@NullMarked
package dev.sspr.spi.memory;

import org.jspecify.annotations.NullMarked;
