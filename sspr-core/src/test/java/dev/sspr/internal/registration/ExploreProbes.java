package dev.sspr.internal.registration;

import static dev.sspr.internal.verification.ExploreBroken.unless;

import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.registration.ExploreConfig.Can;
import dev.sspr.internal.registration.ExploreFlow.Who;
import dev.sspr.internal.registration.ExploreTurn.Call;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls that must be refused in every situation, that only look, or that must all look alike. */
final class ExploreProbes {
    private static final Refused GONE = Refused.of(Purpose.REGISTER, Refusal.GONE);

    private ExploreProbes() {}

    static void add(ExploreHost host, List<ExploreAct> acts, ExploreFlow flow, Who who, String by) {
        FlowHandle handle = flow.handle.orElseThrow();
        acts.add(ExploreAct.quiet("P13", by + " looks", who, flow.id, (on, node) -> {
            node.registration().list(handle);
            node.registration().status(on.sim.person(flow.user).id);
            node.registration().adviceAfterSignIn(on.sim.person(flow.user).id);
        }));
        FlowHandle forged = FlowHandle.of(new Token(flow.id, Token.secretOf(new byte[32])).text());
        dead(acts, flow, "a forged handle of " + by, forged);
        boolean over = flow.stored.isEmpty()
                || flow.state.orElseThrow() instanceof Closed
                || !host.sim.now().isBefore(flow.state.orElseThrow().header().deadline());
        if (over) {
            dead(acts, flow, "the handle of what is over, " + by, handle);
        }
        boolean idle = flow.stored.isPresent() && flow.state.orElseThrow() instanceof Idle;
        if (host.config.can(Can.OWN_ACCOUNT) && idle && !over && who == Who.ATTACKER) {
            alike(acts, flow, handle);
        }
    }

    private static void dead(List<ExploreAct> acts, ExploreFlow flow, String what, FlowHandle handle) {
        var code = new Response.Typed(
                flow.pending().flatMap(flow::put).map(ExploreFlow.Put::code).orElse(ExploreActs.WRONG));
        acts.add(ExploreAct.quiet("P7", what, Who.ATTACKER, flow.id, (on, node) -> {
            RegistrationFlow it = node.registration();
            unless(it.list(handle).isEmpty(), "P7", what + " opens");
            unless(it.enrol(handle, MethodKind.APP_CODE).equals(GONE), "P7", what + " enrols");
            unless(it.resend(handle).equals(GONE), "P7", what + " resends");
            unless(it.confirm(handle, code).equals(GONE), "P7", what + " confirms");
            unless(it.remove(handle, "any").equals(GONE), "P7", what + " removes");
            unless(it.review(handle).equals(GONE), "P7", what + " reviews");
            it.close(handle);
        }));
    }

    /** P16: an address that somebody has registered is enrolled like one that nobody has. */
    private static void alike(List<ExploreAct> acts, ExploreFlow flow, FlowHandle handle) {
        acts.add(new ExploreAct(
                "addresses look alike",
                Who.ATTACKER,
                Call.REGISTER,
                Optional.of(flow.id),
                ExploreAct.Kind.QUIET,
                (on, node) -> {
                    ExploreWorld before = on.sim;
                    List<String> traces = new ArrayList<>();
                    for (String address : List.of(ExploreWorld.OWN_MAIL, "nobody@example.org")) {
                        on.sim = before.copy();
                        on.gate.arm(dev.sspr.internal.verification.ExploreGate.Trouble.NONE, -1, () -> {});
                        EnrolResult result = node.registration().enrol(handle, MethodKind.EMAIL_CODE, address);
                        traces.add(result.getClass().getSimpleName() + on.gate.names());
                        on.gate.disarm();
                    }
                    on.sim = before;
                    unless(
                            traces.get(0).equals(traces.get(1)),
                            "P16",
                            "an enrolment tells who has an address: " + traces);
                }));
    }
}
