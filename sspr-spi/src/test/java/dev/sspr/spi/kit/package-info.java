/**
 * The contract kit: for each role one abstract test class, with at least one test for each numbered clause.
 *
 * <p>To use it, put the test-jar of sspr-spi, junit-jupiter and assertj-core on the test class path, extend the class
 * of your role, and provide the fixture that it declares:
 *
 * <pre>{@code
 * class MyFlowStoreTest extends FlowStoreContract {
 *     private final MyFlowStore store = new MyFlowStore(testDatabase());
 *
 *     protected FlowStore store() { return store; }
 *     protected void outage(boolean on) { testDatabase().refuseConnections(on); }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>JUnit makes a new instance for each test, so each test has a new fixture. Tests can share a backend: every test
 *       uses its own ids and names.
 *   <li>A test is named after its clause ({@code f3_parallelReplacements_oneWins}), its message starts with the clause,
 *       and its tags are the requirements that it covers. If a backend cannot show a clause, the test is skipped with a
 *       message that names the clause; read the skipped ones before you claim conformance.
 *   <li>The seed of all random values is printed; {@code -Dsspr.kit.seed=} repeats a run.
 *   <li>No test sleeps. A time limit of 30 seconds applies to every call.
 *   <li>{@code rounds()} is the number of repetitions of a race; use 1000 before a release.
 *   <li>If several processes share a store, run the races from two processes with {@link dev.sspr.spi.kit.TwoProcesses}
 *       and {@link dev.sspr.spi.kit.StoreRaces}.
 * </ul>
 */
package dev.sspr.spi.kit;
