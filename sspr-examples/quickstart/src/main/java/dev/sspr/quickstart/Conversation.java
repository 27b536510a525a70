package dev.sspr.quickstart;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodOffer;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One person and one reset, from the name to the new password. */
final class Conversation {
    /** How the conversation ended. */
    enum End {
        PASSWORD_SET,
        NOT_SET
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PasswordReset reset;
    private final Mailbox mailbox;
    private final Terminal terminal;
    private String name = "";

    Conversation(Host host, Terminal terminal) {
        this.reset = host.sspr().passwordReset();
        this.mailbox = host.mailbox();
        this.terminal = terminal;
    }

    End run() {
        Optional<FlowHandle> handle = name();
        return handle.isPresent() && code(handle.get()) ? password(handle.get()) : End.NOT_SET;
    }

    /** Who said so at the beginning. */
    LoginName who() {
        return new LoginName(name);
    }

    private Optional<FlowHandle> name() {
        while (true) {
            Optional<String> login =
                    terminal.ask("Who are you? (anna has a mailbox, root a mailbox and a phone, emma perhaps an app)");
            if (login.isEmpty()) {
                return Optional.empty();
            }
            name = login.get();
            StartResult result = reset.start(name, FlowContext.of(Locale.getDefault()));
            if (result instanceof StartResult.Started started) {
                terminal.say("If we know that name, a message with a code is on its way.");
                showMessage();
                return Optional.of(started.handle());
            }
            terminal.say(Words.of((Refused) result));
        }
    }

    /** Shows what arrives until a code does: a notice of an earlier change may arrive first. */
    private void showMessage() {
        Optional<Message> message = mailbox.next(PATIENCE);
        while (message.isPresent()) {
            terminal.say(Mailbox.framed(message.get()));
            boolean notice = message.get().content() instanceof Notice;
            message = notice ? mailbox.next(PATIENCE) : Optional.empty();
        }
    }

    private boolean code(FlowHandle handle) {
        while (true) {
            Optional<String> typed = terminal.ask("The code? (r: send it again, c: cancel)");
            if (typed.isEmpty() || typed.get().equals("c")) {
                terminal.say("Cancelled: " + reset.cancel(handle));
                return false;
            }
            if (typed.get().equals("r")) {
                sent(reset.resend(handle));
                continue;
            }
            AnswerResult result = answer(handle, Secret.of(typed.get()));
            if (result instanceof AnswerResult.Proven) {
                return true;
            } else if (result instanceof AnswerResult.MoreNeeded more) {
                terminal.say("That was right. One more proof, by another way:");
                more.offers().forEach(offer -> choose(handle, offer));
            } else if (result instanceof AnswerResult.NotProven wrong) {
                terminal.say("That was not right. Tries left: " + wrong.triesLeft());
            } else if (result instanceof Refused refused) {
                terminal.say(Words.of(refused));
                if (refused.reason() == Refusal.GONE || refused.reason() == Refusal.TOO_MANY_TRIES) {
                    return false;
                }
            }
        }
    }

    /** A challenge is put a moment after it is chosen: who is faster than that waits for it. */
    private AnswerResult answer(FlowHandle handle, Secret code) {
        AnswerResult result = reset.answer(handle, code);
        boolean early = result instanceof Refused refused && refused.reason() == Refusal.NOT_NOW;
        if (early) {
            showMessage();
        }
        return early ? reset.answer(handle, code) : result;
    }

    private void choose(FlowHandle handle, MethodOffer offer) {
        terminal.say("  " + offer.kind().value() + " " + offer.label().orElse(""));
        SendResult result = reset.choose(handle, offer.kind());
        while (result instanceof Refused refused && refused.reason() == Refusal.TRY_LATER) {
            terminal.say(Words.of(refused));
            if (terminal.ask("Press Enter to ask again.").isEmpty()) {
                return;
            }
            result = reset.choose(handle, offer.kind());
        }
        if (offer.kind().equals(MethodKind.APP_CODE) && result instanceof SendResult.Asked) {
            terminal.say("Look at your authenticator app.");
        } else {
            sent(result);
        }
    }

    private void sent(SendResult result) {
        if (result instanceof Refused refused) {
            terminal.say(Words.of(refused));
        } else {
            terminal.say("A message is on its way.");
            showMessage();
        }
    }

    private End password(FlowHandle handle) {
        while (true) {
            Optional<Secret> typed = terminal.askSecret("The new password?");
            if (typed.isEmpty()) {
                return End.NOT_SET;
            }
            CompleteResult result;
            try (Secret password = typed.get()) {
                result = reset.complete(handle, password);
            }
            if (result instanceof CompleteResult.Rejected weak) {
                Words.of(weak).forEach(terminal::say);
                continue;
            }
            if (result instanceof CompleteResult.PartlyDone) {
                terminal.say("Done, but not everywhere yet. Sign in with the new password, or set it again later.");
                return End.PASSWORD_SET;
            }
            boolean done = result instanceof CompleteResult.Done;
            terminal.say(done ? "Done. Sign in with the new password." : "That is no longer possible: " + result);
            return done ? End.PASSWORD_SET : End.NOT_SET;
        }
    }
}
