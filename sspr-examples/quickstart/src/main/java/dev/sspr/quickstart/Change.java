package dev.sspr.quickstart;

import dev.sspr.change.ChangeRequest;
import dev.sspr.change.PasswordChange;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Somebody signs in and changes the password. */
final class Change {
    /** How it ended. */
    enum End {
        CHANGED,
        NOT_CHANGED
    }

    private final Host host;
    private final PasswordChange change;
    private final Terminal terminal;

    Change(Host host, Terminal terminal) {
        this.host = host;
        this.change = host.sspr().passwordChange();
        this.terminal = terminal;
    }

    End run(LoginName login) {
        Optional<Secret> password = terminal.askSecret("Sign in as " + login.value() + ". The password?");
        if (password.isEmpty() || !signsIn(login, password.get())) {
            terminal.say("That does not sign " + login.value() + " in.");
            return End.NOT_CHANGED;
        }
        ChangeRequest request = ChangeRequest.voluntary(Host.id(login), Instant.now());
        ChangeStartResult start = change.begin(request, FlowContext.of(Locale.getDefault()));
        if (!(start instanceof ChangeStartResult.Started started)) {
            terminal.say(
                    "The password cannot be changed now: " + start.outcome().title(Locale.ENGLISH));
            return End.NOT_CHANGED;
        }
        return passwords(started.handle());
    }

    private boolean signsIn(LoginName login, Secret typed) {
        try (Secret password = typed) {
            return host.signsIn().test(login, password);
        }
    }

    private End passwords(FlowHandle handle) {
        while (true) {
            Optional<Secret> current = terminal.askSecret("The current password?");
            Optional<Secret> next = current.isEmpty() ? current : terminal.askSecret("The new password?");
            if (next.isEmpty()) {
                change.cancel(handle);
                return End.NOT_CHANGED;
            }
            PasswordChangeResult result;
            try (Secret old = current.get();
                    Secret fresh = next.get()) {
                result = change.complete(handle, SmartLockout.Location.UNFAMILIAR, old, fresh);
            }
            if (result instanceof PasswordChangeResult.WrongPassword) {
                terminal.say("The current password is another one.");
            } else if (result instanceof CompleteResult.Rejected weak) {
                Words.of(weak).forEach(terminal::say);
            } else {
                return end(result);
            }
        }
    }

    private End end(PasswordChangeResult result) {
        boolean done = result instanceof CompleteResult.Done;
        terminal.say(
                done
                        ? "Changed. All sessions have ended; this one goes on under a new id."
                        : "Not changed: " + result.outcome().title(Locale.ENGLISH));
        host.mailbox().next(Duration.ofSeconds(2)).ifPresent(notice -> terminal.say(Mailbox.framed(notice)));
        return done ? End.CHANGED : End.NOT_CHANGED;
    }
}
