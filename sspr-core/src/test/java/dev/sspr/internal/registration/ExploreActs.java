package dev.sspr.internal.registration;

import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.registration.ExploreConfig.Can;
import dev.sspr.internal.registration.ExploreFlow.Put;
import dev.sspr.internal.registration.ExploreFlow.Who;
import dev.sspr.internal.registration.ExploreHost.Node;
import dev.sspr.internal.registration.ExploreTurn.Call;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Lists what people do about registrations in a situation. */
final class ExploreActs {
    static final Secret WRONG = Secret.of("AAAAAAAAAA");
    static final FlowContext CONTEXT = FlowContext.of(Locale.ENGLISH);
    private static final Instant YOUNG = ExploreWorld.START.minus(Duration.ofDays(1));
    private static final Instant OLD = ExploreWorld.START.minus(Duration.ofDays(100));

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
        if (all.sim.registrations() < all.config.bounds().registrations()) {
            all.begins();
        }
        for (int i = 0; i < all.sim.flows.size(); i++) {
            ExploreFlow flow = all.sim.flows.get(i);
            if (flow.isRegistration() && flow.handle.isPresent()) {
                for (Who who : flow.holders) {
                    all.held(flow, who, who + " f" + i);
                }
            }
        }
        ExploreResets.add(host, all.acts);
        ExploreEvents.add(host, all.acts);
        return all.acts;
    }

    /** The same without what changes nothing. */
    static List<ExploreAct> moving(ExploreHost host) {
        return of(host).stream()
                .filter(act -> act.kind() != ExploreAct.Kind.QUIET)
                .toList();
    }

    private void begins() {
        Instant now = sim.now();
        Set<MethodKind> strong = strong(sim.victim, now);
        if (config.can(Can.VICTIM)) {
            begin(Who.VICTIM, "signs in", sim.victim, now, strong);
        }
        if (config.can(Can.PASSWORD)) {
            begin(Who.ATTACKER, "signs in with the password", sim.victim, now, Set.of());
            if (config.owned().contains("mail")) {
                begin(Who.ATTACKER, "signs in with the mailbox", sim.victim, now, Set.of(MethodKind.EMAIL_CODE));
            }
        }
        if (config.can(Can.SESSION)) {
            begin(Who.ATTACKER, "uses the old session", sim.victim, ExploreWorld.START, strong);
            begin(Who.ATTACKER, "uses a session of tomorrow", sim.victim, now.plus(Duration.ofDays(1)), strong);
        }
        if (config.can(Can.OWN_ACCOUNT)) {
            begin(Who.ATTACKER, "signs in at home", sim.other, now, strong(sim.other, now));
        }
    }

    /** The kinds of the strongest sign-in that an account's owner can make. */
    private static Set<MethodKind> strong(ExplorePerson person, Instant now) {
        for (MethodKind kind : List.of(MethodKind.APP_CODE, MethodKind.SMS_CODE, MethodKind.EMAIL_CODE)) {
            if (person.info.of(kind).stream().anyMatch(one -> one.proves(now))) {
                return Set.of(kind);
            }
        }
        return Set.of();
    }

    private void begin(Who who, String how, ExplorePerson person, Instant at, Set<MethodKind> kinds) {
        SignInEvidence said =
                new SignInEvidence(person.id, "name", at, kinds, config.can(Can.OLD_ACCOUNT) ? OLD : YOUNG);
        acts.add(ExploreAct.call(who + " " + how, who, Call.REGISTER, Optional.empty(), (on, node) -> {
            on.turn().statement = Optional.of(said);
            if (node.registration().begin(said, CONTEXT) instanceof BeginResult.Started started) {
                ExploreFlow flow = on.current();
                flow.handle = Optional.of(started.handle());
                flow.holders.add(who);
                if (who == Who.VICTIM && on.config.can(Can.SESSION)) {
                    flow.holders.add(Who.ATTACKER);
                }
            }
        }));
    }

    private void held(ExploreFlow flow, Who who, String by) {
        FlowHandle handle = flow.handle.orElseThrow();
        RegistrationPhase state = flow.state.orElseThrow();
        boolean open = flow.stored.isPresent() && !(state instanceof Closed);
        if (open && sim.enrolments < config.bounds().enrolments()) {
            enrols(flow, who, by, handle);
        }
        if (open && state instanceof Enrolling) {
            if (config.can(Can.RESEND)) {
                call(
                        flow,
                        who,
                        by + " resends",
                        (on, node) -> node.registration().resend(handle));
            }
            if (config.can(Can.CANCEL)) {
                call(
                        flow,
                        who,
                        by + " cancels",
                        (on, node) -> node.registration().cancelEnrolment(handle));
            }
        }
        if (open && config.can(Can.CLOSE)) {
            call(flow, who, by + " closes", (on, node) -> node.registration().close(handle));
        }
        if (open && config.can(Can.REVIEW)) {
            call(flow, who, by + " reviews", (on, node) -> node.registration().review(handle));
        }
        if (open && config.can(Can.REMOVE) && sim.changes < config.bounds().changes()) {
            for (RegisteredMethod method : sim.person(flow.user).info.methods()) {
                call(
                        flow,
                        who,
                        by + " removes " + ExploreKey.name(host, method),
                        (on, node) -> node.registration().remove(handle, method.id()));
            }
        }
        confirms(flow, who, by, handle);
        ExploreProbes.add(host, acts, flow, who, by);
    }

    private void call(ExploreFlow flow, Who who, String name, BiConsumer<ExploreHost, Node> body) {
        acts.add(ExploreAct.call(name, who, Call.REGISTER, Optional.of(flow.id), body));
    }

    private void enrols(ExploreFlow flow, Who who, String by, FlowHandle handle) {
        boolean attacker = who == Who.ATTACKER;
        for (MethodKind kind : config.kinds()) {
            Optional<String> address = kind.equals(MethodKind.EMAIL_CODE)
                    ? Optional.of(attacker ? ExploreWorld.EVIL_MAIL : ExploreWorld.NEW_MAIL)
                    : kind.equals(MethodKind.SMS_CODE)
                            ? Optional.of(attacker ? ExploreWorld.EVIL_PHONE : ExploreWorld.NEW_PHONE)
                            : Optional.empty();
            String name = by + " enrols " + kind.value();
            call(flow, who, name, (on, node) -> {
                on.sim.enrolments++;
                if (address.isPresent()) {
                    node.registration().enrol(handle, kind, address.get());
                } else {
                    node.registration().enrol(handle, kind);
                }
            });
            if (config.can(Can.REPLACE) && address.isPresent()) {
                for (RegisteredMethod old : sim.person(flow.user).info.of(kind)) {
                    call(flow, who, name + " in place of " + ExploreKey.name(host, old), (on, node) -> {
                        on.sim.enrolments++;
                        node.registration().replace(handle, old.id(), kind, address.get());
                    });
                }
            }
        }
    }

    /** The owner answers only what it is asked; the attacker tries everything it has. */
    private void confirms(ExploreFlow flow, Who who, String by, FlowHandle handle) {
        Set<String> different = new HashSet<>();
        for (ExploreFlow from : sim.flows) {
            for (Put put : from.puts) {
                boolean right = from == flow && flow.pending().equals(Optional.of(put.task()));
                String which = put.kind().value() + " of " + put.endpoint()
                        + (from == flow ? "" : from.view.isPresent() ? " of a reset" : " of another")
                        + (from.pending().equals(Optional.of(put.task())) ? "" : ", dead");
                if (ExploreResets.reads(config, who, put.endpoint())
                        && (right || who == Who.ATTACKER)
                        && different.add(which)) {
                    confirm(flow, who, by + " confirms with " + which, handle, put.code());
                }
            }
        }
        if (config.can(Can.WRONG) && flow.state.orElseThrow() instanceof Enrolling) {
            confirm(flow, who, by + " confirms wrong", handle, WRONG);
        }
    }

    private void confirm(ExploreFlow flow, Who who, String name, FlowHandle handle, Secret code) {
        call(flow, who, name, (on, node) -> {
            on.turn().submitted = Optional.of(code);
            ConfirmResult result = node.registration().confirm(handle, new Response.Typed(code));
            if (result instanceof ConfirmResult.NotConfirmed) {
                on.steps.compared(flow.user);
            }
        });
    }
}
