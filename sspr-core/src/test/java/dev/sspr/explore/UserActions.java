package dev.sspr.explore;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.Sspr;
import dev.sspr.change.ChangeRequest;
import dev.sspr.explore.ExploredWorld.Mail;
import dev.sspr.explore.ExploredWorld.Session;
import dev.sspr.explore.HeldFlow.Shown;
import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
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
final class UserActions {
    private static final Secret NO_CODE = Secret.of("ABCDEFGHJK");

    private final ExploredHost exploredHost;

    UserActions(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    /** The kinds that the owner can show at a sign-in. */
    static Set<MethodKind> kinds(ExploredHost exploredHost) {
        return exploredHost.info().methods().stream()
                .filter(one -> one.state() == RegisteredMethod.State.VERIFIED
                        && one.destination().isPresent())
                .filter(one -> exploredHost.explorationRun.reads(
                        Actor.OWNER, one.destination().orElseThrow().address()))
                .map(RegisteredMethod::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    private HeldFlow holds(FlowHandle handle, CallKind callKind, Actor actor, Set<MethodKind> signIn) {
        FlowId id = Token.parse(handle.secret()).orElseThrow().flow();
        HeldFlow heldFlow = new HeldFlow(id, callKind, actor, Optional.of(handle), signIn, exploredHost.exploredWorld);
        exploredHost.exploredWorld.held.add(heldFlow);
        return heldFlow;
    }

    void start(Sspr node, Actor actor, CallKind callKind) {
        StartResult result = callKind == CallKind.UNLOCK
                ? node.accountUnlock().start("alice", ExploredHost.HERE)
                : node.passwordReset().start("Alice", ExploredHost.HERE);
        if (result instanceof StartResult.Started started) {
            holds(started.handle(), callKind, actor, Set.of());
        }
    }

    /** Types the code of a message into a form; it is shown if it is right, whatever comes of it. */
    void types(Sspr node, HeldFlow heldFlow, Mail mail) {
        Secret code = MessageReader.code(mail.content()).orElseThrow();
        boolean meant = mail.flow().equals(Optional.of(heldFlow.id))
                && MessageReader.purpose(mail.content()) == heldFlow.callKind;
        boolean fresh = exploredHost.exploredWorld.now().isBefore(MessageReader.until(mail.content()));
        if (meant && fresh) {
            shows(heldFlow, mail.to());
        }
        boolean passed = answered(node, heldFlow, code);
        boolean shown = heldFlow.shown.stream().anyMatch(one -> one.to().equals(mail.to()));
        unless(!passed || meant, "P10", "the code of something else proves something");
        unless(!passed || shown, "R-TOK-9", "a code that is over proves something");
    }

    void typesNonsense(Sspr node, HeldFlow heldFlow) {
        unless(!answered(node, heldFlow, NO_CODE), "P10", "no code proves something");
    }

    private boolean answered(Sspr node, HeldFlow heldFlow, Secret code) {
        if (heldFlow.callKind == CallKind.REGISTER) {
            ConfirmResult result = node.registration().confirm(heldFlow.open(), new Response.Typed(code));
            return result instanceof ConfirmResult.Registered;
        }
        AnswerResult result = heldFlow.callKind == CallKind.UNLOCK
                ? node.accountUnlock().answer(heldFlow.open(), code)
                : node.passwordReset().answer(heldFlow.open(), code);
        return result instanceof AnswerResult.Proven || result instanceof AnswerResult.MoreNeeded;
    }

    private void shows(HeldFlow heldFlow, String to) {
        MethodKind kind = to.startsWith("+") ? MethodKind.SMS_CODE : MethodKind.EMAIL_CODE;
        // The first time counts: the same word again brings the same answer, and shows nothing new.
        if (heldFlow.shown.stream().noneMatch(one -> one.to().equals(to))) {
            heldFlow.shown.add(new Shown(
                    kind,
                    to,
                    exploredHost.exploredWorld.epoch,
                    exploredHost.exploredWorld.ends,
                    exploredHost.callInProgress().actor));
        }
    }

    void asks(Sspr node, HeldFlow heldFlow, MethodKind kind) {
        if (heldFlow.callKind == CallKind.UNLOCK) {
            node.accountUnlock().choose(heldFlow.open(), kind);
        } else {
            node.passwordReset().choose(heldFlow.open(), kind);
        }
    }

    void resends(Sspr node, HeldFlow heldFlow) {
        if (heldFlow.callKind == CallKind.UNLOCK) {
            node.accountUnlock().resend(heldFlow.open());
        } else {
            node.passwordReset().resend(heldFlow.open());
        }
    }

    void cancels(Sspr node, HeldFlow heldFlow) {
        switch (heldFlow.callKind) {
            case RESET -> node.passwordReset().cancel(heldFlow.open());
            case UNLOCK -> node.accountUnlock().cancel(heldFlow.open());
            case CHANGE -> node.passwordChange().cancel(heldFlow.open());
            default -> node.registration().close(heldFlow.open());
        }
    }

    void sets(Sspr node, FlowHandle handle, KnownPasswords knownPasswords) {
        node.passwordReset().complete(handle, knownPasswords.secret());
    }

    void lifts(Sspr node, HeldFlow heldFlow) {
        node.accountUnlock().complete(heldFlow.open());
    }

    /** Goes on in the browser at hand from a link in a message. */
    void follows(Sspr node, Actor actor, Mail mail) {
        FlowId id = mail.flow().orElseThrow();
        CallKind callKind = MessageReader.purpose(mail.content());
        Secret link = MessageReader.link(mail.content()).orElseThrow();
        boolean fresh = exploredHost.exploredWorld.now().isBefore(MessageReader.until(mail.content()));
        HeldFlow heldFlow = exploredHost
                .exploredWorld
                .held(id)
                .orElseGet(() ->
                        new HeldFlow(id, callKind, actor, Optional.empty(), Set.of(), exploredHost.exploredWorld));
        AnswerResult result = callKind == CallKind.UNLOCK
                ? node.accountUnlock().continueHere(link)
                : node.passwordReset().continueHere(link);
        if (result instanceof AnswerResult.Moved moved) {
            exploredHost.exploredWorld.held.remove(heldFlow);
            heldFlow.left = heldFlow.actor == actor ? Optional.empty() : heldFlow.handle;
            heldFlow.actor = actor;
            heldFlow.handle = Optional.of(moved.handle());
            if (fresh) {
                shows(heldFlow, mail.to());
            }
            exploredHost.exploredWorld.held.add(heldFlow);
        }
    }

    /** Presses "this was not me". */
    void objects(Sspr node, Mail mail) {
        Secret link = MessageReader.objection(mail.content()).orElseThrow();
        Optional<StoredFlow> flow = mail.flow().map(exploredHost.exploredWorld.flows::get);
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
            mail.flow().flatMap(exploredHost.exploredWorld::held).ifPresent(heldFlow -> heldFlow.over = true);
        }
        if (result == ReportResult.SECURED) {
            boolean older = exploredHost.exploredWorld.sessions.stream()
                    .anyMatch(one -> one.issuedAt().isBefore(exploredHost.exploredWorld.now()));
            unless(!older, "P12", "sessions live on after an owner's objection");
        }
    }

    void changes(Sspr node, Session session) {
        ChangeRequest request = ChangeRequest.voluntary(ExploredWorld.ALICE, session.issuedAt());
        ChangeStartResult start = node.passwordChange().begin(request, ExploredHost.HERE);
        if (start instanceof ChangeStartResult.Started started) {
            holds(started.handle(), CallKind.CHANGE, session.actor(), session.methods());
        }
    }

    void changes(Sspr node, HeldFlow heldFlow, KnownPasswords current, KnownPasswords next) {
        PasswordChangeResult result =
                node.passwordChange().complete(heldFlow.open(), place(heldFlow.actor), current.secret(), next.secret());
        if (result instanceof CompleteResult.Done) {
            signedIn(heldFlow.actor, heldFlow.signIn);
        }
    }

    private void signedIn(Actor actor, Set<MethodKind> methods) {
        exploredHost.exploredWorld.sessions.removeIf(
                one -> one.actor() == actor && one.methods().equals(methods) && !one.stale());
        exploredHost.exploredWorld.sessions.add(
                new Session(actor, exploredHost.exploredWorld.now(), methods, exploredHost.exploredWorld.epoch, false));
    }

    private SmartLockout.Location place(Actor actor) {
        return actor == Actor.OWNER || exploredHost.lies(HostFault.ONE_PLACE)
                ? SmartLockout.Location.FAMILIAR
                : SmartLockout.Location.UNFAMILIAR;
    }

    /** Types another wrong password each time: one that was typed before does not count again. */
    void guesses(Sspr node) {
        Secret guess = Secret.of("guess number " + exploredHost.exploredWorld.done(BoundedAction.ATTACKER_GUESS));
        node.smartLockout()
                .guard(ExploredWorld.ALICE, place(Actor.ATTACKER), guess, prepared -> PasswordVerifier.Result.WRONG);
    }

    boolean signsIn(Sspr node, Actor actor, KnownPasswords knownPasswords) {
        ExploredUserStore exploredUserStore = new ExploredUserStore(exploredHost);
        GuardResult guardResult = node.smartLockout()
                .guard(
                        ExploredWorld.ALICE,
                        place(actor),
                        knownPasswords.secret(),
                        prepared -> exploredUserStore.check(ExploredWorld.ALICE, knownPasswords.secret()));
        boolean in = guardResult.equals(new GuardResult.Checked(PasswordVerifier.Result.RIGHT))
                && exploredHost.callInProgress().typedRight;
        if (in) {
            signedIn(actor, actor == Actor.OWNER ? kinds(exploredHost) : Set.of());
        }
        return in;
    }

    void usesPass(Sspr node, Actor actor) {
        ExploredWorld.Pass pass = exploredHost.exploredWorld.pass.orElseThrow();
        AccessPassResult use = node.registration().usePass(ExploredWorld.ALICE, pass.text());
        if (use == AccessPassResult.ACCEPTED) {
            unless(!pass.used(), "P3", "a pass that is used up proves something");
            unless(
                    pass.good(exploredHost.exploredWorld.now()),
                    "P7",
                    "a pass that is over or withdrawn proves something");
            exploredHost.exploredWorld.pass =
                    Optional.of(new ExploredWorld.Pass(pass.text(), pass.until(), true, false));
            signedIn(actor, Set.of(MethodKind.ACCESS_PASS));
        }
    }

    void registers(Sspr node, Session session) {
        Instant made = ExploredWorld.START.minus(
                Duration.ofDays(exploredHost.explorationRun.is(ExplorationRun.Has.NOTHING) ? 1 : 90));
        SignInEvidence signIn =
                new SignInEvidence(ExploredWorld.ALICE, "alice", session.issuedAt(), session.methods(), made);
        BeginResult result = node.registration().begin(signIn, ExploredHost.HERE);
        if (result instanceof BeginResult.Started started) {
            holds(started.handle(), CallKind.REGISTER, session.actor(), session.methods());
        }
    }

    /** Enrols an address, in the place of the one there is. */
    void enrols(Sspr node, HeldFlow heldFlow, String address) {
        Optional<RegisteredMethod> there =
                exploredHost.info().of(MethodKind.EMAIL_CODE).stream().findFirst();
        heldFlow.enrolled = true;
        if (there.isPresent()) {
            node.registration().replace(heldFlow.open(), there.get().id(), MethodKind.EMAIL_CODE, address);
        } else {
            node.registration().enrol(heldFlow.open(), MethodKind.EMAIL_CODE, address);
        }
    }

    void removes(Sspr node, HeldFlow heldFlow, String methodId) {
        node.registration().remove(heldFlow.open(), methodId);
    }
}
