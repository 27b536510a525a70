package dev.sspr.spi;

/**
 * Records audit events.
 *
 * <p>Contract (kit: {@code AuditSinkContract}):
 *
 * <ul>
 *   <li><b>A1</b> Every recorded event is kept whole, in the order of the thread that recorded it.
 *   <li><b>A2</b> 64 threads may record at once; no event is lost or torn.
 *   <li><b>A3</b> Control characters in a source or an attribute cannot forge a second entry (R-LOG-2).
 *   <li><b>A4</b> If the backend fails, the call throws {@link BackendUnavailableException} within 30 seconds. The
 *       engine logs the loss of the event and continues, because an audit failure must not decide a reset.
 *   <li><b>A5</b> A null argument throws {@link NullPointerException} and records nothing.
 * </ul>
 */
public interface AuditSink {
    /**
     * Records an event.
     *
     * @param event the event
     */
    void record(AuditEvent event);
}
