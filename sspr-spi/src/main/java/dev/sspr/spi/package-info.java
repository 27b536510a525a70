/**
 * What a host implements: roles, the small words they share, and the rules every role keeps.
 *
 * <p>Each role lists its contract as numbered clauses; the contract kit has a test for each, named after it. These
 * hold for all roles and are not repeated:
 *
 * <ul>
 *   <li><b>Threads.</b> One instance is called from many threads at once, without locks around it.
 *   <li><b>Blocking.</b> A method may block, for a bounded time: an adapter sets connect and read timeouts (5 seconds
 *       advised, 30 seconds at most) and never waits for ever.
 *   <li><b>Failure.</b> A broken, slow or unreachable backend is a {@link dev.sspr.spi.BackendUnavailableException} and
 *       nothing else. What a person or an attacker can cause is a result with a reason, never an exception.
 *   <li><b>Null.</b> No argument, result, or part of one is null. A null argument is a {@link
 *       java.lang.NullPointerException} before anything changes.
 *   <li><b>Tenant.</b> One instance serves one tenant and never sees another's data (R-UNI-6).
 *   <li><b>Security duty.</b> Secrets, logins and destinations never reach a log, a message of an exception, a thread
 *       name or a metric (R-LOG-1). All statements to a backend bind their parameters (R-INJ-1, R-INJ-2).
 *   <li><b>Time.</b> Where a method takes {@code now}, it uses that instant and no other clock.
 * </ul>
 */
@NullMarked
package dev.sspr.spi;

import org.jspecify.annotations.NullMarked;
