package dev.sspr.adapter.smtp;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Notifier.Delivery.Refused.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with a mail server (RFC 5321). Angus Mail opens it and moves the octets; the steps of a mail are
 * here, because its own send answers with exceptions that carry addresses, and loses a refusal when the line drops
 * right after it.
 */
final class Conversation extends SMTPTransport {
    /** Greylisting servers ask for 1 to 15 minutes, and a code by mail lives 10. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final int SIGNED_IN = 235;
    private static final int GO_ON = 334;
    private static final int SIGN_IN_REQUIRED = 530;
    /** No TLS (RFC 3207) or no sign-in (RFC 4954) for now: an operator must know, and the mail is not at fault. */
    private static final int SECURITY_UNAVAILABLE = 454;

    /** How far the conversation came. */
    private enum Step {
        OPENING,
        SIGN_IN,
        SENDER,
        RECIPIENT,
        CONTENT,
        END_OF_CONTENT
    }

    private final Settings settings;
    private Step step = Step.OPENING;
    /** The first refusal in this step, or 0. */
    private int refusal;

    Conversation(Session session, Settings settings) {
        super(session, null);
        this.settings = settings;
    }

    /** Sends a mail to one recipient and hangs up. */
    synchronized Notifier.Delivery deliver(Line line, String recipient, byte[] letter) {
        int reply;
        try {
            connect(line.open(settings));
            reply = signIn();
            if (reply == SIGNED_IN) {
                reply = transfer(recipient, letter);
            }
            hangUp();
        } catch (SMTPSendFailedException e) {
            reply = e.getReturnCode();
        } catch (MessagingException | IOException e) {
            if (refusal == 0) {
                throw unavailable(kindOf(e));
            }
            reply = refusal;
        } finally {
            line.cut();
        }
        return verdict(reply);
    }

    /** The answer is known: a server that is gone before QUIT changes nothing about it. */
    private void hangUp() {
        try {
            close();
        } catch (MessagingException e) {
            // the line is cut in any case
        }
    }

    private int signIn() throws MessagingException {
        if (settings.login().isEmpty()) {
            return SIGNED_IN;
        }
        enter(Step.SIGN_IN);
        Login login = settings.login().get();
        if (supportsAuthentication("PLAIN")) {
            return secretly(login.plain());
        }
        if (!supportsAuthentication("LOGIN")) {
            throw unavailable("it offers neither AUTH PLAIN nor AUTH LOGIN");
        }
        int reply = simpleCommand("AUTH LOGIN");
        reply = reply == GO_ON ? simpleCommand(login.loginUser()) : reply;
        return reply == GO_ON ? secretly(login.loginPassword()) : reply;
    }

    private int secretly(byte[] line) throws MessagingException {
        try {
            return simpleCommand(line);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private int transfer(String recipient, byte[] letter) throws MessagingException, IOException {
        enter(Step.SENDER);
        int reply = simpleCommand("MAIL FROM:<" + settings.envelopeSender() + ">");
        if (reply / 100 != 2) {
            return reply;
        }
        enter(Step.RECIPIENT);
        reply = simpleCommand("RCPT TO:<" + recipient + ">");
        if (reply / 100 != 2) {
            return reply;
        }
        enter(Step.CONTENT);
        OutputStream content = data();
        content.write(letter);
        enter(Step.END_OF_CONTENT);
        finishData();
        return getLastReturnCode();
    }

    /** What the last reply means; only one to the end of the content can mean that the server has the mail. */
    private Notifier.Delivery verdict(int reply) {
        boolean aboutMail = step.compareTo(Step.SENDER) >= 0;
        if (reply / 100 == 2 && step == Step.END_OF_CONTENT) {
            return new Notifier.Delivery.Accepted();
        }
        if (reply / 100 == 4 && (aboutMail || reply != SECURITY_UNAVAILABLE)) {
            return new Notifier.Delivery.TryLater(LATER);
        }
        if (reply / 100 == 5 && aboutMail && reply != SIGN_IN_REQUIRED) {
            return new Notifier.Delivery.Refused(step == Step.RECIPIENT ? Reason.UNKNOWN_RECIPIENT : Reason.REFUSED);
        }
        throw unavailable(reply < 0 ? "it hung up, or said what SMTP does not know" : "reply " + reply);
    }

    private void enter(Step next) {
        step = next;
        refusal = 0;
    }

    /** Remembers a refusal: what comes after it, a reset or a dropped line, must not hide it. */
    @Override
    protected int readServerResponse() throws MessagingException {
        int reply = super.readServerResponse();
        if (refusal == 0 && reply >= 400) {
            refusal = reply;
        }
        return reply;
    }

    private BackendUnavailableException unavailable(String why) {
        return new BackendUnavailableException("mail server failed at step " + step + ": " + why);
    }

    /** The type of the innermost cause; messages of the mail library and of servers repeat addresses. */
    private static String kindOf(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getClass().getSimpleName();
    }
}
