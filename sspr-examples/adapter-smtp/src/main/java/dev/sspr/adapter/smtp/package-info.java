/**
 * A notifier for mailboxes: SMTP submission through Jakarta Mail and Angus Mail.
 *
 * <pre>{@code
 * Notifier notifier = SmtpNotifier.builder("mail.example.org", new Sender("sspr@example.org", "Example IT"))
 *         .login("sspr", Secret.of(password))
 *         .build();
 * }</pre>
 *
 * <p>That is all a host with a usual submission server writes. It connects to port 587, insists on STARTTLS, checks the
 * server's certificate and name against the trust store of the JDK, and gives up a send after 25 seconds. {@link
 * dev.sspr.adapter.smtp.TlsMode} has the two other ways to connect, {@link dev.sspr.adapter.smtp.SmtpNotifierBuilder}
 * every setting.
 *
 * <p><b>What arrives.</b> One mail to one recipient, with the same words as plain text and as HTML. The HTML loads
 * nothing and carries no tracking; a link is a link only when it is https, or http on the reader's own machine. The mail
 * says that it was made by a machine (RFC 3834), so that holiday notices stay away. When the engine sends a message
 * again, the {@code Message-ID} is the same, and the receiving side can drop the second one.
 *
 * <p><b>What a server's answer means.</b>
 *
 * <table>
 * <caption>Replies and results</caption>
 * <tr><th>the server</th><th>the result</th></tr>
 * <tr><td>takes the mail</td><td>{@code Accepted}</td></tr>
 * <tr><td>refuses the recipient (5xx)</td><td>{@code Refused(UNKNOWN_RECIPIENT)}</td></tr>
 * <tr><td>refuses sender or content (5xx)</td><td>{@code Refused(REFUSED)}</td></tr>
 * <tr><td>is busy or greylists (4xx)</td><td>{@code TryLater}, 5 minutes</td></tr>
 * <tr><td>cannot be reached, fails at TLS or sign-in, asks for a sign-in (530), turns every client away with a 5xx, is
 * too slow, drops the line, talks nonsense</td><td>{@link dev.sspr.spi.BackendUnavailableException}</td></tr>
 * </table>
 *
 * <p><b>What it does not do.</b> No pool of connections, no queue and no second try: the engine decides when to send
 * again. No DKIM signature and no bounce handling: those are the server's. No internationalised mailbox (SMTPUTF8):
 * a {@link dev.sspr.spi.Destination} is ASCII.
 */
@NullMarked
package dev.sspr.adapter.smtp;

import org.jspecify.annotations.NullMarked;
