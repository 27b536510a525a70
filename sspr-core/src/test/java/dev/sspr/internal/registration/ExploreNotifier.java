package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreFlow.Put;
import dev.sspr.internal.registration.ExploreWorld.Undo;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The explorer's carrier: what arrives is known from then on to whoever reads the mailbox or line. */
final class ExploreNotifier implements Notifier {
    private final ExploreHost host;

    ExploreNotifier(ExploreHost host) {
        this.host = host;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.allOf(Channel.class);
    }

    @Override
    public Notifier.Delivery send(Message message, Instant now) {
        return host.gate.pass("send", () -> {
            String to = message.to().address();
            if (message.content() instanceof MessageContent.RegisterCode code) {
                registering(to, message.to().channel(), code.code());
                boolean elsewhere = host.sim.victim.info.methods().stream()
                        .flatMap(one -> one.destination().stream())
                        .anyMatch(one -> one.address().equals(to));
                if (elsewhere && host.lies(ExploreFault.CARRIER_TELLS_WHO_HAS_IT)) {
                    return new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.REFUSED);
                }
            } else if (message.content() instanceof MessageContent.ResetCode code) {
                resetting(to, message.to().channel(), code.code());
            } else if (message.content() instanceof Notice.SecurityInfoChanged changed) {
                told(to, changed);
            }
            return new Notifier.Delivery.Accepted();
        });
    }

    private void put(ExploreFlow flow, Digest task, String to, Channel channel, Secret code) {
        MethodKind kind = channel == Channel.EMAIL ? MethodKind.EMAIL_CODE : MethodKind.SMS_CODE;
        flow.puts.removeIf(put -> put.task().equals(task));
        flow.puts.add(new Put(task, kind, to, code));
    }

    /** R-REG-3: an address that is being registered gets the code that confirms it, and no other. */
    private void registering(String to, Channel channel, Secret code) {
        ExploreFlow flow = host.current();
        // An enrolment that was overtaken meanwhile sends a code that is right for nothing.
        flow.state
                .filter(Enrolling.class::isInstance)
                .map(it -> ((Enrolling) it).inProgress())
                .filter(inProgress -> inProgress
                        .destination()
                        .filter(it -> it.address().equals(to))
                        .isPresent())
                .ifPresent(inProgress -> put(flow, inProgress.id(), to, channel, code));
    }

    /** A code for a reset goes where a proof counts, as the call has seen it. */
    private void resetting(String to, Channel channel, Secret code) {
        ExploreFlow flow = host.sim.flow(host.turn().touched.orElseThrow()).orElseThrow();
        boolean counts = host.turn().info.orElseThrow().methods().stream()
                .anyMatch(one -> one.provesReset(host.sim.now())
                        && one.destination()
                                .filter(it -> it.address().equals(to))
                                .isPresent());
        ExploreBroken.unless(counts, "P1", "a reset is sent to an address that does not count");
        flow.pending().ifPresent(task -> put(flow, task, to, channel, code));
    }

    private void told(String to, Notice.SecurityInfoChanged changed) {
        Optional<Digest> change;
        if (changed.undo().isPresent()) {
            String link = changed.undo().get().exposeTo(String::new);
            Secret text = Secret.of(link.substring(link.indexOf("#undo=") + 6));
            Digest id = Token.parse(text).orElseThrow().flow().digest();
            change = Optional.of(id);
            ExploreBroken.unless(
                    host.changes.counted(to), "P2", "a link that takes back goes to an address that does not count");
            Set<String> endpoints = new TreeSet<>(Set.of(to));
            host.sim.undos.stream()
                    .filter(it -> it.change().equals(id))
                    .forEach(it -> endpoints.addAll(it.endpoints()));
            host.sim.undos.removeIf(it -> it.change().equals(id));
            host.sim.undos.add(new Undo(id, text, endpoints));
        } else {
            change = about();
        }
        change.map(host.sim.owed::get).ifPresent(all -> all.remove(to));
    }

    /** Which change a notice without a link is about. */
    private Optional<Digest> about() {
        Optional<ExploreFlow> flow = host.turn().touched.flatMap(host.sim::flow);
        return flow.flatMap(it -> it.state)
                .map(state -> state instanceof Saving saving
                        ? saving.methodChange().id()
                        : flow.orElseThrow().id.digest());
    }
}
