/**
 * The contract kit: for each role one abstract test class, with at least one test for each numbered clause.
 *
 * <p>How to use it. Put the test-jar of sspr-spi, junit-jupiter and assertj-core on the test class path, extend the class
 * of your role, and give it the small fixture it asks for:
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
 *   <li>JUnit makes a new instance for each test, so a field is a fresh fixture. A backend may live longer: every test
 *       uses ids and names of its own.
 *   <li>A test is called after its clause ({@code f3_parallelReplacements_oneWins}), its message begins with it, and its
 *       tags are the requirements it covers. A clause that a backend cannot show is skipped with a message that names
 *       it; look at the skipped ones before you claim conformance.
 *   <li>The seed of everything random is printed; {@code -Dsspr.kit.seed=} runs it again.
 *   <li>No test sleeps. Everything that could hang is bounded by 30 seconds.
 *   <li>{@code rounds()} says how often a race is run; 1000 before a release.
 *   <li>A store that several processes share is raced from two of them with {@link dev.sspr.spi.kit.TwoProcesses} and
 *       {@link dev.sspr.spi.kit.StoreRaces}.
 * </ul>
 */
package dev.sspr.spi.kit;
