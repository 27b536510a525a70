package dev.sspr.internal.verification;

import dev.sspr.fixture.TestedFlow;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.ExploreAct.Kind;
import dev.sspr.internal.verification.ExploreConfig.Can;
import dev.sspr.internal.verification.ExploreFlow.Held;
import dev.sspr.internal.verification.ExploreFlow.Put;
import dev.sspr.internal.verification.ExploreFlow.Who;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Lists everything that can happen in a situation. */
final class ExploreActs {
    private static final List<MethodKind> KINDS = List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE);
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");
    private static final FlowContext CONTEXT = FlowContext.of(Locale.ENGLISH);

    private final ExploreHost host;
    private final ExploreConfig config;
    private final ExploreWorld sim;
    private final List<ExploreAct> acts = new ArrayList<>();

    private ExploreActs(ExploreHost host) {
        this.host = host;
        this.config = host.config;
        this.sim = host.sim;
    }

    static List<ExploreAct> of(ExploreHost host) {
        ExploreActs all = new ExploreActs(host);
        all.starts();
        for (int i = 0; i < all.sim.flows.size(); i++) {
            all.flow(all.sim.flows.get(i), i);
        }
        ExploreEvents.add(host, all.acts);
        return all.acts;
    }

    /** The same without what changes nothing. */
    static List<ExploreAct> moving(ExploreHost host) {
        return of(host).stream().filter(act -> act.kind() != Kind.QUIET).toList();
    }

    private void starts() {
        if (sim.flows.size() >= config.bounds().flows()) {
            return;
        }
        start(Who.ATTACKER, "victim");
        if (config.can(Can.OWN_ACCOUNT)) {
            start(Who.ATTACKER, "other");
        }
        if (config.can(Can.VICTIM)) {
            start(Who.VICTIM, "victim");
        }
    }

    private void start(Who who, String login) {
        acts.add(new ExploreAct(who + " starts for " + login, who, Optional.empty(), Kind.CALL, (on, node) -> {
            if (node.start(login, CONTEXT) instanceof StartResult.Started started) {
                ExploreFlow flow = on.current().orElseThrow();
                flow.held = Optional.of(new Held(who, started.handle()));
            }
        }));
    }

    private void flow(ExploreFlow flow, int index) {
        String name = " f" + index;
        flow.held.ifPresent(held -> held(flow, held, name));
        if (config.can(Can.MOVE) && flow.stored.isPresent()) {
            moves(flow, name);
        }
        if (flow.stored.isPresent() && hasJob(flow)) {
            acts.add(ExploreAct.call(
                    "job" + name,
                    Who.HOST,
                    flow.id,
                    (on, node) -> flowOf(on, flow).job.run()));
        }
        ExploreProbes.add(host, acts, flow, name);
    }

    /** The flow in the world of the call, which is a copy of the one this list was made for. */
    private static ExploreFlow flowOf(ExploreHost on, ExploreFlow flow) {
        return on.sim.flow(flow.id).orElseThrow();
    }

    private static boolean hasJob(ExploreFlow flow) {
        FlowState state = flow.state;
        boolean asks = !(state instanceof AwaitingResponse awaitingResponse)
                || awaitingResponse.wanted().isPresent()
                || awaitingResponse.delivery().isPresent()
                || awaitingResponse.pendingChallenge().isEmpty();
        return asks
                && !(state instanceof Completed)
                && !(state instanceof FlowEnded)
                && !(state instanceof ProofsComplete proofsComplete
                        && proofsComplete.doubt().isEmpty());
    }

    private void held(ExploreFlow flow, Held held, String name) {
        Who who = held.who();
        FlowHandle handle = held.handle();
        String by = who + name;
        if (flow.open()) {
            boolean more = flow.state.header().sends() < config.bounds().sends();
            for (MethodKind kind : more ? KINDS : List.<MethodKind>of()) {
                acts.add(ExploreAct.call(
                        by + " chooses " + kind.value(), who, flow.id, by(held, node -> node.choose(handle, kind))));
            }
            if (more) {
                acts.add(ExploreAct.call(by + " resends", who, flow.id, by(held, node -> node.resend(handle))));
            }
        }
        if (config.can(Can.CANCEL) && !(flow.state instanceof Completed) && !(flow.state instanceof FlowEnded)) {
            acts.add(ExploreAct.call(by + " cancels", who, flow.id, by(held, node -> node.cancel(handle))));
        }
        String password = who == Who.VICTIM ? "a sentence of the victim" : "a sentence of a stranger";
        complete(flow, held, by + " completes", password);
        if (config.can(Can.SECOND_PASSWORD)) {
            complete(flow, held, by + " completes with a second password", password + ", changed");
        }
        answers(flow, held, by);
    }

    private void complete(ExploreFlow flow, Held held, String name, String password) {
        acts.add(ExploreAct.call(name, held.who(), flow.id, (on, node) -> {
            on.turn().by = Optional.of(held);
            Object result = node.complete(held.handle(), Secret.of(password));
            on.monitor.completed(flowOf(on, flow), password, result);
        }));
    }

    /** A call that a handle opens the flow for. */
    private static BiConsumer<ExploreHost, TestedFlow> by(Held held, Consumer<TestedFlow> call) {
        return (on, node) -> {
            on.turn().by = Optional.of(held);
            call.accept(node);
        };
    }

    private void answers(ExploreFlow flow, Held held, String by) {
        Set<String> different = new HashSet<>();
        for (ExploreFlow from : sim.flows) {
            for (Put put : from.puts) {
                boolean right = from == flow && flow.isPending(put);
                String which =
                        put.challenge().kind().value() + (from == flow) + from.isPending(put) + isAccepted(flow, put);
                if (knows(held.who(), from, put, right) && different.add(which)) {
                    answer(flow, held, by + " answers " + which, put.code());
                    put.link()
                            .filter(link -> held.who() == Who.VICTIM || linkKnown(from, put))
                            .ifPresent(link -> link(flow, held, by + " follows " + which, new Token(from.id, link)));
                }
            }
        }
        if (held.who() == Who.ATTACKER) {
            answer(flow, held, by + " answers wrong", WRONG);
            if (host.lies(ExploreFault.CODES_IGNORE_PURPOSE)) {
                flow.pendingChallenge()
                        .flatMap(it -> flow.put(it.id()))
                        .ifPresent(put -> answer(
                                flow,
                                held,
                                by + " answers with a code for registration",
                                ExploreCodes.registrationCode(host, put.challenge())));
            }
        }
    }

    /** The victim answers only what it is asked; the attacker tries everything it has. */
    private boolean knows(Who who, ExploreFlow from, Put put, boolean right) {
        return put.delivered()
                && (who == Who.VICTIM
                        ? right
                        : put.codeLeaked()
                                || put.linkLeaked()
                                || ExploreMonitor.owns(config, from, put.to().orElseThrow()));
    }

    private boolean linkKnown(ExploreFlow from, Put put) {
        return put.linkLeaked() || ExploreMonitor.owns(config, from, put.to().orElseThrow());
    }

    private static boolean isAccepted(ExploreFlow flow, Put put) {
        return flow.state instanceof AwaitingResponse awaitingResponse
                && awaitingResponse.accepted().equals(Optional.of(put.codeDigest()));
    }

    private void answer(ExploreFlow flow, Held held, String name, Secret code) {
        acts.add(ExploreAct.call(name, held.who(), flow.id, by(held, node -> node.answer(held.handle(), code))));
    }

    private void link(ExploreFlow flow, Held held, String name, Token token) {
        Secret text = token.text();
        acts.add(ExploreAct.call(name, held.who(), flow.id, by(held, node -> node.answerLink(held.handle(), text))));
    }

    /** A link is pressed in another browser: by its owner, by whoever got it, or with a made-up secret. */
    private void moves(ExploreFlow flow, String name) {
        for (Put put : flow.puts) {
            if (put.link().isEmpty() || !put.delivered()) {
                continue;
            }
            Token token = new Token(flow.id, put.link().orElseThrow());
            String which = flow.isPending(put) ? " presses the link of" : " presses an old link of";
            if (flow.login.equals("victim")) {
                move(flow, Who.VICTIM, "VICTIM" + which + name, token);
            }
            if (linkKnown(flow, put)) {
                move(flow, Who.ATTACKER, "ATTACKER" + which + name, token);
            }
        }
        Token forged = new Token(flow.id, Token.secretOf(new byte[32]));
        move(flow, Who.ATTACKER, "ATTACKER presses a forged link of" + name, forged);
    }

    private void move(ExploreFlow flow, Who who, String name, Token token) {
        Secret text = token.text();
        acts.add(ExploreAct.call(name, who, flow.id, (on, node) -> {
            if (node.continueHere(text) instanceof AnswerResult.Moved moved) {
                ExploreFlow there = flowOf(on, flow);
                there.held.ifPresent(there.left::add);
                there.held = Optional.of(new Held(who, moved.handle()));
            }
        }));
    }
}
