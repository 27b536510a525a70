package dev.sspr.quickstart;

import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.register.Registration;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Emma, who has just signed in, registers an authenticator app. */
final class Enrolment {
    /** How it ended. */
    enum End {
        REGISTERED,
        NOT_REGISTERED
    }

    private final Registration registration;
    private final Mailbox mailbox;
    private final Terminal terminal;

    Enrolment(Host host, Terminal terminal) {
        this.registration = host.sspr().registration();
        this.mailbox = host.mailbox();
        this.terminal = terminal;
    }

    End run() {
        Instant now = Instant.now();
        SignInEvidence signIn =
                new SignInEvidence(Host.id(Host.EMMA), Host.EMMA.value(), now, Set.of(), now.minus(Duration.ofDays(1)));
        BeginResult begun = registration.begin(signIn, FlowContext.of(Locale.getDefault()));
        if (!(begun instanceof BeginResult.Started open)) {
            terminal.say("The security info is not open to this sign-in: " + begun);
            return End.NOT_REGISTERED;
        }
        EnrolResult offer = registration.enrol(open.handle(), MethodKind.APP_CODE);
        if (!(offer instanceof EnrolResult.Show show)
                || !(show.prompt().orElseThrow() instanceof Prompt.OtpAuth seed)) {
            terminal.say("No app can be registered: " + offer);
            return End.NOT_REGISTERED;
        }
        String uri = seed.uri().exposeTo(String::new);
        terminal.say("emma is signed in. Scan this with an authenticator app, or open the address on the phone:");
        QrDrawing.of(seed.uri()).forEach(terminal::say);
        terminal.say(uri);
        return confirm(open.handle());
    }

    private End confirm(FlowHandle handle) {
        while (true) {
            Optional<String> typed = terminal.ask("The code that the app shows? (c: cancel)");
            if (typed.isEmpty() || typed.get().equals("c")) {
                registration.close(handle);
                return End.NOT_REGISTERED;
            }
            ConfirmResult result = registration.confirm(handle, new Response.Typed(Secret.of(typed.get())));
            if (result instanceof ConfirmResult.Registered done) {
                terminal.say("Registered: " + done.method().name() + ". From now on a reset of emma takes it too.");
                mailbox.next(Duration.ZERO).ifPresent(notice -> terminal.say(Mailbox.framed(notice)));
                return End.REGISTERED;
            }
            if (!(result instanceof ConfirmResult.NotConfirmed wrong) || wrong.triesLeft() == 0) {
                terminal.say("Please begin again: " + result);
                return End.NOT_REGISTERED;
            }
            terminal.say("That was not right. Tries left: " + wrong.triesLeft());
        }
    }
}
