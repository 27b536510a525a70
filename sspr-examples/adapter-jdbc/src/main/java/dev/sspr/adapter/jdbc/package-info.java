/**
 * Every store role of sspr over one schema, for PostgreSQL 12 or newer and H2 2: use it as it is, or copy it.
 *
 * <pre>{@code
 * JdbcStores stores = JdbcStores.open(dataSource, "acme");
 * // stores.users(), flows(), methods(), counters(), sessionRevoker(), audit() go into the engine;
 * // stores.accounts(), signIn() and sessions() are for the host's own sign-up and sign-in
 * }</pre>
 *
 * <ul>
 *   <li><b>Schema.</b> {@code open} applies the files in {@code META-INF/sspr-jdbc/}, once each. A host that uses
 *       Flyway points it at that folder and calls {@code JdbcStores.over} instead. Old files never change.
 *   <li><b>Data source.</b> A pool for more than one user at a time. Connections must not belong to a transaction of
 *       the caller: each call commits before it returns. A pool should not wait longer than 5 seconds for a connection
 *       (HikariCP: {@code connectionTimeout}); a data source that has no login timeout is given one of 5 seconds.
 *   <li><b>Atomic steps.</b> Each is one conditional statement, judged by the rows it changed; no node waits for
 *       another's lock longer than that statement takes. Security info and its claims are one short transaction.
 *   <li><b>Time.</b> A statement may take 5 seconds unless the host says otherwise, a call 12. After that, and on any
 *       failure, it is a {@code BackendUnavailableException} with the operation and the SQLState. The driver's own
 *       exception is dropped: its text holds names and values.
 *   <li><b>Upkeep.</b> Rows are cheap but not endless: call {@link dev.sspr.adapter.jdbc.JdbcCounterStore#purge} and
 *       {@link dev.sspr.adapter.jdbc.JdbcSessions#purge} about once an hour. The engine's sweeper purges flows.
 *       Events stay until a job of the host's deletes them: see {@link dev.sspr.adapter.jdbc.JdbcAuditSink}.
 *   <li><b>Another database.</b> What differs between the two is in {@code Dialect} and in the SQL files.
 * </ul>
 */
@NullMarked
package dev.sspr.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
