package dev.sspr.spi;

/**
 * Takes note of what happened.
 *
 * <p>Contract (kit: {@code AuditSinkContract}):
 *
 * <ul>
 *   <li><b>A1</b> Every event recorded is kept, whole, in the order of the thread that recorded it.
 *   <li><b>A2</b> 64 threads may record at once; none is lost and none is torn.
 *   <li><b>A3</b> Control characters in a source or an attribute cannot forge a second entry (R-LOG-2).
 *   <li><b>A4</b> A backend that fails is a {@link BackendUnavailableException} within 30 seconds; the engine logs that
 *       an event was lost and goes on, for an audit must not decide a reset.
 *   <li><b>A5</b> A null argument is a {@link NullPointerException} and records nothing.
 * </ul>
 */
public interface AuditSink {
    /**
     * Takes note of an event.
     *
     * @param event what happened
     */
    void record(AuditEvent event);
}
