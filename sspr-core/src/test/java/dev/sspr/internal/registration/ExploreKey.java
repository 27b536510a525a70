package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreFlow.Put;
import dev.sspr.internal.registration.ExploreWorld.Undo;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.spi.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A situation as a text that is equal for equal situations. Random ids, nonces and versions are left out or replaced by
 * what they point at, instants by seconds, and what can no longer matter is dropped.
 */
final class ExploreKey {
    /** A counter with more room than any run needs never decides anything. */
    private static final long ROOMY = 10;

    private final ExploreHost host;
    private final ExploreWorld sim;
    private final StringBuilder out = new StringBuilder(800);

    private ExploreKey(ExploreHost host) {
        this.host = host;
        this.sim = host.sim;
    }

    static String of(ExploreHost host) {
        return new ExploreKey(host).write();
    }

    /** A method by what it is: its kind, and its address or its device's owner. */
    static String name(ExploreHost host, RegisteredMethod method) {
        String maker = method.id().startsWith("old-") ? "old" : String.valueOf(host.sim.makers.get(method.id()));
        return method.kind().value() + "/"
                + method.destination().map(it -> it.address()).orElse(maker);
    }

    private String write() {
        out.append(sim.tick)
                .append('/')
                .append(sim.days)
                .append('/')
                .append(sim.events)
                .append('/');
        out.append(sim.faults).append('/').append(sim.enrolments).append('/').append(sim.changes);
        out.append(sim.wrong).append(sim.used.size());
        person(sim.victim);
        person(sim.other);
        TreeSet<String> counters = new TreeSet<>();
        sim.counters.forEach((key, window) -> {
            boolean matters = window.limit() < ROOMY || window.limit() == Long.MAX_VALUE;
            if (matters && window.total() > 0 && sim.now().isBefore(window.end())) {
                long total = window.limit() == Long.MAX_VALUE ? 1 : window.total();
                counters.add(key.digest().low() % 100_003 + "=" + total);
            }
        });
        out.append(counters);
        int head = out.length();
        List<String> flows = new ArrayList<>();
        for (ExploreFlow flow : sim.flows) {
            if (flow.view.isPresent() || flow.isRegistration()) {
                flow(flow);
                flows.add(out.substring(head));
                out.setLength(head);
            }
        }
        Collections.sort(flows);
        return out.append(flows).toString();
    }

    private void person(ExplorePerson person) {
        out.append('\n').append(person);
        person.info.methods().forEach(this::entry);
        person.info.record().required().ifPresent(at -> out.append("required"));
        out.append(person.info.record().reviewedAt().isPresent());
        person.info
                .record()
                .holdAt(sim.now())
                .ifPresent(hold -> out.append(" held")
                        .append(ExploreHost.at(hold.until()))
                        .append(ExploreHost.at(hold.lately()))
                        .append(ExploreHost.at(hold.signInsFrom())));
        for (RevertibleChange one : person.info.revertible()) {
            out.append(" undo").append(ExploreHost.at(one.until()));
            one.before().ifPresent(this::entry);
            out.append('>').append(one.after().map(id -> known(person, id)));
            change(one.change());
        }
        // Links that take nothing back any more are pressed too.
        sim.undos.stream()
                .filter(it -> person.info.revertible(it.change()).isEmpty())
                .map(it -> it.endpoints().toString())
                .sorted()
                .distinct()
                .forEach(it -> out.append("spent").append(it));
    }

    private String known(ExplorePerson person, String id) {
        return person.info.method(id).map(one -> name(host, one)).orElse(sim.banned.contains(id) ? "banned" : "gone");
    }

    private void change(Digest id) {
        sim.undos.stream()
                .filter(it -> it.change().equals(id))
                .map(Undo::endpoints)
                .forEach(out::append);
        Optional.ofNullable(sim.owed.get(id)).ifPresent(out::append);
        out.append(sim.flow(new dev.sspr.spi.FlowId(id))
                .flatMap(flow -> flow.stored)
                .isPresent());
    }

    private void entry(RegisteredMethod method) {
        out.append(' ').append(name(host, method)).append(method.state());
        out.append(ExploreHost.at(method.countsFrom()));
        if (!method.demandsFrom().equals(method.countsFrom())) {
            out.append("demanded").append(ExploreHost.at(method.demandsFrom()));
        }
        method.credential().ifPresent(it -> out.append(new String(it.data(), StandardCharsets.US_ASCII)));
        out.append(sim.banned.contains(method.id()));
    }

    private void flow(ExploreFlow flow) {
        out.append('\n').append(flow.user).append(flow.holders).append(flow.handle.isPresent());
        flow.shown.stream().map(kind -> kind.value()).sorted().forEach(out::append);
        out.append(flow.generation.value()).append(flow.wrote);
        if (flow.stored.isPresent()) {
            out.append(flow.stored.orElseThrow().owner().digest().equals(flow.id.digest()));
            flow.view.ifPresent(view -> out.append(view.text()));
            flow.state.ifPresent(state -> state(flow, state));
        }
        TreeSet<String> dead = new TreeSet<>();
        for (Put put : flow.puts) {
            String known = put.kind().value() + put.endpoint();
            if (flow.pending().equals(Optional.of(put.task()))) {
                out.append(" pending ").append(known);
            } else {
                dead.add(known);
            }
        }
        out.append(dead);
    }

    private void state(ExploreFlow flow, RegistrationPhase state) {
        if (!sim.now().isBefore(state.header().deadline()) && !(state instanceof Saving)) {
            out.append("over");
            return;
        }
        out.append(state.getClass().getSimpleName())
                .append(ExploreHost.at(state.header().deadline()))
                .append(state.header().outranksHold() ? "outranks" : "");
        if (state instanceof Enrolling it) {
            EnrolmentInProgress inProgress = it.inProgress();
            out.append(inProgress.kind().value())
                    .append(inProgress.destination().map(to -> to.address()));
            out.append(inProgress.replaces().map(id -> known(sim.person(flow.user), id)));
            out.append(it.tries()).append(sim.now().isBefore(it.nextSendAt()));
            out.append(sim.now().isBefore(inProgress.expiresAt()) ? ExploreHost.at(inProgress.expiresAt()) : 0);
        } else if (state instanceof Saving it) {
            out.append(ExploreHost.at(it.since()));
            it.methodChange().comes().ifPresent(this::entry);
            out.append(it.methodChange().goes().map(id -> known(sim.person(flow.user), id)));
            out.append(sim.stored.contains(it.methodChange().id()));
        }
    }
}
