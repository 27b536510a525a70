package dev.sspr.explore;

import dev.sspr.explore.ExploredWorld.Mail;
import dev.sspr.explore.OwnerStrategy.Step;
import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Optional;

/** What an honest owner does next with a form that is open. */
final class OpenForms {
    private OpenForms() {}

    static Optional<Step> next(ExploredHost exploredHost, HeldFlow heldFlow) {
        Optional<Mail> mail = exploredHost.exploredWorld.mails.stream()
                .filter(one -> one.flow().equals(Optional.of(heldFlow.id))
                        && MessageReader.code(one.content()).isPresent())
                .filter(one ->
                        heldFlow.shown.stream().noneMatch(shown -> shown.to().equals(one.to())))
                .filter(one -> exploredHost.explorationRun.reads(Actor.OWNER, one.to()))
                .reduce((first, last) -> last);
        if (mail.isPresent()) {
            return Optional.of(
                    new Step("types the code", (on, node) -> on.userActions.types(node, heldFlow, mail.get())));
        }
        return heldFlow.callKind == CallKind.REGISTER
                ? registers(exploredHost, heldFlow)
                : proves(exploredHost, heldFlow);
    }

    private static Optional<Step> proves(ExploredHost exploredHost, HeldFlow heldFlow) {
        if (proven(exploredHost, heldFlow)) {
            KnownPasswords knownPasswords = KnownPasswords.next(Actor.OWNER, exploredHost.exploredWorld.password);
            return Optional.of(new Step(
                    "sets a password", (on, node) -> on.userActions.sets(node, heldFlow.open(), knownPasswords)));
        }
        return Optional.of(
                heldFlow.shown.isEmpty()
                        ? new Step("asks again", (on, node) -> on.userActions.resends(node, heldFlow))
                        : new Step(
                                "asks for a text",
                                (on, node) -> on.userActions.asks(node, heldFlow, MethodKind.SMS_CODE)));
    }

    /** A look, which is no action. */
    private static boolean proven(ExploredHost exploredHost, HeldFlow heldFlow) {
        FlowStatus[] status = {FlowStatus.UNKNOWN};
        exploredHost.perform(Action.on(
                heldFlow,
                "looks",
                (on, node) -> status[0] = node.passwordReset().status(heldFlow.open())));
        return status[0] == FlowStatus.PROVEN;
    }

    private static Optional<Step> registers(ExploredHost exploredHost, HeldFlow heldFlow) {
        List<RegisteredMethod> there = exploredHost.info().of(MethodKind.EMAIL_CODE);
        if (there.isEmpty()) {
            return Optional.of(
                    new Step("enrols", (on, node) -> on.userActions.enrols(node, heldFlow, ExploredWorld.NEW_MAIL)));
        }
        boolean own = there.get(0)
                .destination()
                .filter(to -> exploredHost.explorationRun.reads(Actor.OWNER, to.address()))
                .isPresent();
        return own
                ? Optional.empty()
                : Optional.of(new Step(
                        "replaces", (on, node) -> on.userActions.enrols(node, heldFlow, ExploredWorld.NEW_MAIL)));
    }
}
