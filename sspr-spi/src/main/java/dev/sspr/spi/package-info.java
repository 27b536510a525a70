/**
 * The interfaces that a host or a vendor implements, called roles, and the value types that they share.
 *
 * <p>Each role lists its contract as numbered clauses. The contract kit has a test for each clause, named after it.
 * These rules hold for all roles and are not repeated:
 *
 * <ul>
 *   <li><b>Threads.</b> Many threads call one instance at once, without external locks.
 *   <li><b>Blocking.</b> A method may block for a bounded time: the adapter sets connect and read timeouts (5 seconds
 *       advised, 30 seconds at most).
 *   <li><b>Failure.</b> If the backend is broken, slow or unreachable, the adapter throws {@link
 *       dev.sspr.spi.BackendUnavailableException} and nothing else. A condition that a user or an attacker can cause is
 *       a result with a reason, never an exception.
 *   <li><b>Null.</b> No argument, result, or part of one is null. A null argument throws {@link
 *       java.lang.NullPointerException} before anything changes.
 *   <li><b>Tenant.</b> One instance serves one tenant and never sees another tenant's data (R-UNI-6).
 *   <li><b>Security duty.</b> Secrets, login names and destinations never reach a log, an exception message, a thread
 *       name or a metric (R-LOG-1). All statements to a backend bind their parameters (R-INJ-1, R-INJ-2).
 *   <li><b>Time.</b> If a method takes {@code now}, it uses that instant and no other clock.
 * </ul>
 */
@NullMarked
package dev.sspr.spi;

import org.jspecify.annotations.NullMarked;
