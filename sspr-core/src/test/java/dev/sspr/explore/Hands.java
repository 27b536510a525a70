package dev.sspr.explore;

import static dev.sspr.internal.proof.ExploreBroken.unless;

import dev.sspr.Sspr;
import dev.sspr.change.ChangeRequest;
import dev.sspr.change.ChangeStart;
import dev.sspr.change.PasswordChangeResult;
import dev.sspr.explore.Held.Shown;
import dev.sspr.explore.Sim.Mail;
import dev.sspr.explore.Sim.Session;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.secret.Token;
import dev.sspr.lockout.Attempt;
import dev.sspr.lockout.Place;
import dev.sspr.register.BeginResult;
import dev.sspr.register.ConfirmResult;
import dev.sspr.register.PassUse;
import dev.sspr.register.SignInStatement;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordCheck;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.StoredFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people do with the library's forms, and what is true afterwards. */
final class Hands {
    private static final Secret NO_CODE = Secret.of("ABCDEFGHJK");

    private final Host host;

    Hands(Host host) {
        this.host = host;
    }

    /** The kinds that the owner can show at a sign-in. */
    static Set<MethodKind> kinds(Host host) {
        return host.info().entries().stream()
                .filter(one ->
                        one.state() == Entry.State.VERIFIED && one.destination().isPresent())
                .filter(one -> host.run.reads(
                        Who.OWNER, one.destination().orElseThrow().address()))
                .map(Entry::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Held holds(FlowHandle handle, Call call, Who who, Set<MethodKind> signIn) {
        FlowId id = Token.parse(handle.secret()).orElseThrow().flow();
        Held held = new Held(id, call, who, Optional.of(handle), signIn, host.sim);
        host.sim.held.add(held);
        return held;
    }

    void start(Sspr node, Who who, Call call) {
        StartResult result = call == Call.UNLOCK
                ? node.accountUnlock().start("alice", Host.HERE)
                : node.passwordReset().start("Alice", Host.HERE);
        if (result instanceof StartResult.Started started) {
            holds(started.handle(), call, who, Set.of());
        }
    }

    /** Types the code of a message into a form; it is shown if it is right, whatever comes of it. */
    void types(Sspr node, Held held, Mail mail) {
        Secret code = Letters.code(mail.content()).orElseThrow();
        boolean meant = mail.flow().equals(Optional.of(held.id)) && Letters.purpose(mail.content()) == held.call;
        boolean fresh = host.sim.now().isBefore(Letters.until(mail.content()));
        if (meant && fresh) {
            shows(held, mail.to());
        }
        boolean passed = answered(node, held, code);
        boolean shown = held.shown.stream().anyMatch(one -> one.to().equals(mail.to()));
        unless(!passed || meant, "P10", "the code of something else proves something");
        unless(!passed || shown, "R-TOK-9", "a code that is over proves something");
    }

    void typesNonsense(Sspr node, Held held) {
        unless(!answered(node, held, NO_CODE), "P10", "no code proves something");
    }

    private boolean answered(Sspr node, Held held, Secret code) {
        if (held.call == Call.REGISTER) {
            ConfirmResult result = node.registration().confirm(held.open(), new Response.Typed(code));
            return result instanceof ConfirmResult.Registered;
        }
        AnswerResult result = held.call == Call.UNLOCK
                ? node.accountUnlock().answer(held.open(), code)
                : node.passwordReset().answer(held.open(), code);
        if (result instanceof AnswerResult.NotProven) {
            host.laws.wrongCode();
        }
        return result instanceof AnswerResult.Proven || result instanceof AnswerResult.MoreNeeded;
    }

    private void shows(Held held, String to) {
        MethodKind kind = to.startsWith("+") ? MethodKind.SMS_CODE : MethodKind.EMAIL_CODE;
        // The first time counts: the same word again brings the same answer, and shows nothing new.
        if (held.shown.stream().noneMatch(one -> one.to().equals(to))) {
            held.shown.add(new Shown(kind, to, host.sim.epoch, host.sim.ends, host.turn().who));
        }
    }

    void asks(Sspr node, Held held, MethodKind kind) {
        if (held.call == Call.UNLOCK) {
            node.accountUnlock().choose(held.open(), kind);
        } else {
            node.passwordReset().choose(held.open(), kind);
        }
    }

    void resends(Sspr node, Held held) {
        if (held.call == Call.UNLOCK) {
            node.accountUnlock().resend(held.open());
        } else {
            node.passwordReset().resend(held.open());
        }
    }

    void cancels(Sspr node, Held held) {
        switch (held.call) {
            case RESET -> node.passwordReset().cancel(held.open());
            case UNLOCK -> node.accountUnlock().cancel(held.open());
            case CHANGE -> node.passwordChange().cancel(held.open());
            default -> node.registration().close(held.open());
        }
    }

    void sets(Sspr node, FlowHandle handle, Word word) {
        node.passwordReset().complete(handle, word.secret());
    }

    void lifts(Sspr node, Held held) {
        node.accountUnlock().complete(held.open());
    }

    /** Goes on in the browser at hand from a link in a message. */
    void follows(Sspr node, Who who, Mail mail) {
        FlowId id = mail.flow().orElseThrow();
        Call call = Letters.purpose(mail.content());
        Secret link = Letters.link(mail.content()).orElseThrow();
        boolean fresh = host.sim.now().isBefore(Letters.until(mail.content()));
        Held held = host.sim.held(id).orElseGet(() -> new Held(id, call, who, Optional.empty(), Set.of(), host.sim));
        AnswerResult result = call == Call.UNLOCK
                ? node.accountUnlock().continueHere(link)
                : node.passwordReset().continueHere(link);
        if (result instanceof AnswerResult.Moved moved) {
            host.sim.held.remove(held);
            held.left = held.who == who ? Optional.empty() : held.handle;
            held.who = who;
            held.handle = Optional.of(moved.handle());
            if (fresh) {
                shows(held, mail.to());
            }
            host.sim.held.add(held);
        }
    }

    /** Presses "this was not me". */
    void objects(Sspr node, Mail mail) {
        Secret link = Letters.objection(mail.content()).orElseThrow();
        Optional<StoredFlow> flow = mail.flow().map(host.sim.flows::get);
        Purpose purpose = flow.map(StoredFlow::purpose).orElse(Purpose.RESET);
        if (purpose == Purpose.REGISTER) {
            node.registration().undo(link);
            return;
        }
        ReportResult result = purpose == Purpose.UNLOCK
                ? node.accountUnlock().report(link)
                : purpose == Purpose.CHANGE
                        ? node.passwordChange().report(link)
                        : node.passwordReset().report(link);
        if (result == ReportResult.REPORTED) {
            mail.flow().flatMap(host.sim::held).ifPresent(held -> held.over = true);
        }
        if (result == ReportResult.SECURED) {
            boolean older =
                    host.sim.sessions.stream().anyMatch(one -> one.issuedAt().isBefore(host.sim.now()));
            unless(!older, "P12", "sessions live on after an owner's objection");
        }
    }

    void changes(Sspr node, Session session) {
        ChangeRequest request = ChangeRequest.voluntary(Sim.ALICE, session.issuedAt());
        ChangeStart start = node.passwordChange().begin(request, Host.HERE);
        if (start instanceof ChangeStart.Begun begun) {
            holds(begun.handle(), Call.CHANGE, session.who(), session.methods());
        }
    }

    void changes(Sspr node, Held held, Word current, Word next) {
        PasswordChangeResult result =
                node.passwordChange().complete(held.open(), place(held.who), current.secret(), next.secret());
        if (result instanceof PasswordChangeResult.Judged judged && judged.result() instanceof CompleteResult.Done) {
            signedIn(held.who, held.signIn);
        }
    }

    private void signedIn(Who who, Set<MethodKind> methods) {
        host.sim.sessions.removeIf(one -> one.who() == who && one.methods().equals(methods) && !one.stale());
        host.sim.sessions.add(new Session(who, host.sim.now(), methods, host.sim.epoch, false));
    }

    private Place place(Who who) {
        return who == Who.OWNER || host.lies(Lie.ONE_PLACE) ? Place.FAMILIAR : Place.UNFAMILIAR;
    }

    /** Types another wrong password each time: one that was typed before does not count again. */
    void guesses(Sspr node) {
        Secret guess = Secret.of("guess number " + host.sim.done(Deed.ATTACKER_GUESS));
        node.smartLockout().guard(Sim.ALICE, place(Who.ATTACKER), guess, () -> PasswordCheck.WRONG);
    }

    boolean signsIn(Sspr node, Who who, Word word) {
        Users users = new Users(host);
        Attempt attempt = node.smartLockout()
                .guard(Sim.ALICE, place(who), word.secret(), () -> users.check(Sim.ALICE, word.secret()));
        boolean in = attempt.equals(new Attempt.Checked(PasswordCheck.RIGHT)) && host.turn().typedRight;
        if (in) {
            signedIn(who, who == Who.OWNER ? kinds(host) : Set.of());
        }
        return in;
    }

    void usesPass(Sspr node, Who who) {
        Sim.Pass pass = host.sim.pass.orElseThrow();
        PassUse use = node.registration().usePass(Sim.ALICE, pass.text());
        if (use == PassUse.ACCEPTED) {
            unless(!pass.used(), "P3", "a pass that is used up proves something");
            unless(pass.good(host.sim.now()), "P7", "a pass that is over or withdrawn proves something");
            host.sim.pass = Optional.of(new Sim.Pass(pass.text(), pass.until(), true, false));
            signedIn(who, Set.of(MethodKind.ACCESS_PASS));
        }
    }

    void registers(Sspr node, Session session) {
        Instant made = Sim.START.minus(Duration.ofDays(host.run.is(Run.Has.NOTHING) ? 1 : 90));
        SignInStatement signIn = new SignInStatement(Sim.ALICE, "alice", session.issuedAt(), session.methods(), made);
        BeginResult result = node.registration().begin(signIn, Host.HERE);
        if (result instanceof BeginResult.Begun begun) {
            holds(begun.handle(), Call.REGISTER, session.who(), session.methods());
        }
    }

    /** Enrols an address, in the place of the one there is. */
    void enrols(Sspr node, Held held, String address) {
        Optional<Entry> there = host.info().of(MethodKind.EMAIL_CODE).stream().findFirst();
        held.enrolled = true;
        if (there.isPresent()) {
            node.registration().replace(held.open(), there.get().id(), MethodKind.EMAIL_CODE, address);
        } else {
            node.registration().enrol(held.open(), MethodKind.EMAIL_CODE, address);
        }
    }

    void removes(Sspr node, Held held, String methodId) {
        node.registration().remove(held.open(), methodId);
    }
}
