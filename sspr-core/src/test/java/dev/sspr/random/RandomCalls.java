package dev.sspr.random;

import dev.sspr.Sspr;
import dev.sspr.change.ChangeRequest;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MessageLink;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.VerificationSteps;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes one random public call after the other, as users, strangers, administrators and other programs would. */
final class RandomCalls {
    private static final FlowContext CONTEXT = FlowContext.of(Locale.ENGLISH);
    private static final int MOST_HELD = 12;

    private final RandomWorld world;
    private final RandomInvariants invariants;
    private final List<Held> held = new ArrayList<>();

    /** A flow in somebody's browser. */
    private record Held(Kind kind, int person, FlowHandle handle) {
        private enum Kind {
            RESET,
            UNLOCK,
            CHANGE,
            REGISTER
        }
    }

    RandomCalls(RandomWorld world, RandomInvariants invariants) {
        this.world = world;
        this.invariants = invariants;
    }

    void one() {
        int which = world.random.nextInt(100);
        if (which < 8) {
            begin();
        } else if (which < 78 && !held.isEmpty()) {
            go(held.get(world.random.nextInt(held.size())));
        } else if (which < 84) {
            outside();
        } else if (which < 92) {
            world.later(Duration.ofSeconds(1L + world.random.nextInt(120)));
            invariants.call("sweep", () -> world.node().sweep());
        } else if (which < 97) {
            links();
        } else {
            rarely();
        }
    }

    private void hold(Held.Kind kind, int person, FlowHandle handle) {
        if (held.size() >= MOST_HELD) {
            held.remove(world.random.nextInt(held.size()));
        }
        held.add(new Held(kind, person, handle));
        world.later(Duration.ofSeconds(1));
    }

    private void begin() {
        int person = world.person();
        Sspr node = world.node();
        switch (world.random.nextInt(4)) {
            case 0 ->
                invariants.call("start an unlock", () -> {
                    if (node.accountUnlock().start("person" + person, CONTEXT) instanceof StartResult.Started started) {
                        hold(Held.Kind.UNLOCK, person, started.handle());
                    }
                });
            case 1 ->
                invariants.call("start a change", () -> {
                    ChangeRequest request = ChangeRequest.voluntary(RandomWorld.user(person), world.now());
                    if (node.passwordChange().begin(request, CONTEXT) instanceof ChangeStartResult.Started started) {
                        hold(Held.Kind.CHANGE, person, started.handle());
                    }
                });
            case 2 ->
                invariants.call("begin a registration", () -> {
                    SignInEvidence evidence = new SignInEvidence(
                            RandomWorld.user(person),
                            "person" + person,
                            world.now(),
                            Set.of(MethodKind.EMAIL_CODE),
                            world.now());
                    if (node.registration().begin(evidence, CONTEXT) instanceof BeginResult.Started started) {
                        hold(Held.Kind.REGISTER, person, started.handle());
                    }
                });
            default ->
                invariants.call("start a reset", () -> {
                    String name = world.random.nextInt(8) == 0 ? "nobody" : "person" + person;
                    if (node.passwordReset().start(name, CONTEXT) instanceof StartResult.Started started) {
                        hold(Held.Kind.RESET, person, started.handle());
                        prove(person, started.handle());
                    }
                });
        }
    }

    /** Most users type the code of their mail at once. */
    private void prove(int person, FlowHandle handle) {
        Sspr node = world.node();
        if (world.random.nextInt(3) > 0) {
            code(person, 0).ifPresent(code -> node.passwordReset().answer(handle, code));
        }
    }

    private void go(Held flow) {
        Sspr node = world.node();
        switch (flow.kind()) {
            case RESET -> {
                if (world.random.nextInt(3) == 0) {
                    Secret password = world.password();
                    invariants.complete(
                            flow.person(), password, () -> node.passwordReset().complete(flow.handle(), password));
                } else {
                    step(node.passwordReset(), flow);
                }
            }
            case UNLOCK -> {
                if (world.random.nextInt(3) == 0) {
                    invariants.call("unlock", () -> node.accountUnlock().complete(flow.handle()));
                } else {
                    step(node.accountUnlock(), flow);
                }
            }
            case CHANGE -> {
                Secret current = world.password();
                Secret next = world.password();
                invariants.complete(
                        flow.person(),
                        next,
                        () -> node.passwordChange()
                                .complete(flow.handle(), SmartLockout.Location.FAMILIAR, current, next));
            }
            default -> register(node, flow);
        }
    }

    private void step(VerificationSteps steps, Held flow) {
        FlowHandle handle = flow.handle();
        switch (world.random.nextInt(9)) {
            case 0 -> invariants.call("choose", () -> steps.choose(handle, MethodKind.EMAIL_CODE));
            case 1 -> invariants.call("resend", () -> steps.resend(handle));
            case 2 -> invariants.call("answer wrong", () -> steps.answer(handle, Secret.of("AAAAAAAAAA")));
            case 3 -> invariants.call("resume", () -> steps.resume(handle));
            case 4 -> invariants.call("status", () -> steps.status(handle));
            case 5 -> {
                if (world.random.nextInt(6) == 0) {
                    invariants.call("cancel", () -> steps.cancel(handle));
                }
            }
            default ->
                newest(flow.person()).ifPresent(code -> invariants.call("answer", () -> steps.answer(handle, code)));
        }
    }

    /** One of the newest codes that went to a mailbox of this person. */
    private Optional<Secret> newest(int person) {
        return code(person, world.random.nextInt(2));
    }

    private Optional<Secret> code(int person, int skipped) {
        List<Message> messages = world.notifier.messages();
        int seen = skipped;
        for (int i = messages.size() - 1; i >= 0 && i > messages.size() - 60; i--) {
            Message message = messages.get(i);
            if (message.to().address().startsWith("person" + person + "v")) {
                Optional<Secret> code = code(message.content());
                if (code.isPresent() && seen-- == 0) {
                    return code;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Secret> code(MessageContent content) {
        if (content instanceof MessageContent.ResetCode it) {
            return Optional.of(it.code());
        }
        if (content instanceof MessageContent.UnlockCode it) {
            return Optional.of(it.code());
        }
        return content instanceof MessageContent.RegisterCode it ? Optional.of(it.code()) : Optional.empty();
    }

    private void register(Sspr node, Held flow) {
        FlowHandle handle = flow.handle();
        switch (world.random.nextInt(5)) {
            case 0 ->
                invariants.call(
                        "enrol",
                        () -> node.registration()
                                .enrol(handle, MethodKind.EMAIL_CODE, "person" + flow.person() + "v9@example.org"));
            case 1 ->
                newest(flow.person())
                        .ifPresent(code -> invariants.call(
                                "confirm", () -> node.registration().confirm(handle, new Response.Typed(code))));
            case 2 ->
                invariants.call(
                        "list",
                        () -> node.registration()
                                .list(handle)
                                .ifPresent(view -> view.methods().stream()
                                        .skip(world.random.nextInt(3))
                                        .findFirst()
                                        .ifPresent(method -> node.registration().remove(handle, method.id()))));
            case 3 ->
                invariants.call("advice", () -> node.registration().adviceAfterSignIn(RandomWorld.user(flow.person())));
            default -> invariants.call("close", () -> node.registration().close(handle));
        }
    }

    /** A link of a late message is opened, followed in another browser, or used to report. */
    private void links() {
        List<Message> messages = world.notifier.messages();
        if (messages.isEmpty()) {
            return;
        }
        Message message = messages.get(messages.size() - 1 - world.random.nextInt(Math.min(20, messages.size())));
        if (!(message.content() instanceof MessageContent.ResetCode it)
                || it.link().isEmpty()) {
            return;
        }
        Secret link = MessageLink.parse(it.link().get()).orElseThrow().token();
        int person = message.to().address().charAt("person".length()) - '0';
        Sspr node = world.node();
        switch (world.random.nextInt(4)) {
            case 0 -> invariants.call("open", () -> node.passwordReset().open(link, Optional.empty()));
            case 1 ->
                invariants.call("continue elsewhere", () -> {
                    if (node.passwordReset().continueHere(link) instanceof AnswerResult.Moved moved) {
                        hold(Held.Kind.RESET, person, moved.handle());
                    }
                });
            case 2 ->
                it.cancel()
                        .ifPresent(cancel -> invariants.call(
                                "report",
                                () -> node.passwordReset()
                                        .report(MessageLink.parse(cancel)
                                                .orElseThrow()
                                                .token())));
            default -> invariants.call("open", () -> node.passwordReset().open(Secret.of("x"), Optional.empty()));
        }
    }

    /** Another program or an administrator changes an account. */
    private void outside() {
        int person = world.person();
        switch (world.random.nextInt(5)) {
            case 0 ->
                world.users.setDestinations(
                        RandomWorld.user(person),
                        List.of(RandomWorld.mail(person, 0), RandomWorld.mail(person, 1 + world.random.nextInt(3))));
            case 1 -> invariants.outside(person, world.password());
            case 2 ->
                world.users.setStatus(
                        RandomWorld.user(person),
                        world.random.nextInt(3) == 0 ? AccountStatus.DISABLED : AccountStatus.LOCKED);
            default -> world.users.setStatus(RandomWorld.user(person), AccountStatus.ACTIVE);
        }
    }

    private void rarely() {
        switch (world.random.nextInt(8)) {
            case 0 -> world.rotate();
            case 1 -> world.later(Duration.ofSeconds(-1));
            case 2 -> world.later(Duration.ofHours(30));
            default -> world.later(Duration.ofMinutes(7));
        }
    }
}
