package dev.sspr.explore;

import dev.sspr.explore.Sim.Mail;
import dev.sspr.explore.Way.Step;
import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.info.Entry;
import dev.sspr.spi.MethodKind;
import java.util.List;
import java.util.Optional;

/** What an honest owner does next with a form that is open. */
final class Forms {
    private Forms() {}

    static Optional<Step> next(Host host, Held held) {
        Optional<Mail> mail = host.sim.mails.stream()
                .filter(one -> one.flow().equals(Optional.of(held.id))
                        && Letters.code(one.content()).isPresent())
                .filter(one -> held.shown.stream().noneMatch(shown -> shown.to().equals(one.to())))
                .filter(one -> host.run.reads(Who.OWNER, one.to()))
                .reduce((first, last) -> last);
        if (mail.isPresent()) {
            return Optional.of(new Step("types the code", (on, node) -> on.hands.types(node, held, mail.get())));
        }
        return held.call == Call.REGISTER ? registers(host, held) : proves(host, held);
    }

    private static Optional<Step> proves(Host host, Held held) {
        if (proven(host, held)) {
            Word word = Word.next(Who.OWNER, host.sim.password);
            return Optional.of(new Step("sets a password", (on, node) -> on.hands.sets(node, held.open(), word)));
        }
        return Optional.of(
                held.shown.isEmpty()
                        ? new Step("asks again", (on, node) -> on.hands.resends(node, held))
                        : new Step("asks for a text", (on, node) -> on.hands.asks(node, held, MethodKind.SMS_CODE)));
    }

    /** A look, which is no action. */
    private static boolean proven(Host host, Held held) {
        FlowStatus[] status = {FlowStatus.UNKNOWN};
        host.perform(Act.on(
                held, "looks", (on, node) -> status[0] = node.passwordReset().status(held.open())));
        return status[0] == FlowStatus.PROVEN;
    }

    private static Optional<Step> registers(Host host, Held held) {
        List<Entry> there = host.info().of(MethodKind.EMAIL_CODE);
        if (there.isEmpty()) {
            return Optional.of(new Step("enrols", (on, node) -> on.hands.enrols(node, held, Sim.NEW_MAIL)));
        }
        boolean own = there.get(0)
                .destination()
                .filter(to -> host.run.reads(Who.OWNER, to.address()))
                .isPresent();
        return own
                ? Optional.empty()
                : Optional.of(new Step("replaces", (on, node) -> on.hands.enrols(node, held, Sim.NEW_MAIL)));
    }
}
