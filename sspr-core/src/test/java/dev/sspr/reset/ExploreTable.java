package dev.sspr.reset;

import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which command leads from which kind of state to which: found out by trying all of them on all samples. */
final class ExploreTable {
    private static final List<Class<?>> KINDS =
            List.of(Opened.class, Asking.class, Proven.class, Committing.class, Finishing.class, Ended.class);

    /** A command with all the arguments that make a difference. */
    private static final Map<String, Function<ResetState, Stream<Step<ResetState, ?>>>> COMMANDS = commands();

    private ExploreTable() {}

    private static Map<String, Function<ResetState, Stream<Step<ResetState, ?>>>> commands() {
        Rules rules = ExploreSamples.RULES;
        Map<String, Function<ResetState, Stream<Step<ResetState, ?>>>> all = new LinkedHashMap<>();
        all.put(
                "identified",
                state -> Stream.of(Subject.Reality.values())
                        .map(reality -> state.identified(ExploreSamples.subject(1, reality))));
        all.put(
                "choose",
                state -> Stream.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE)
                        .map(kind -> state.choose(kind, rules, ExploreSamples.NOW)));
        all.put("resend", state -> Stream.of(state.resend(rules, ExploreSamples.NOW)));
        all.put(
                "challenged",
                state -> Stream.of(state.challenged(
                        ExploreSamples.pending(), state.ticket().sends())));
        all.put(
                "charge",
                state -> Stream.of(new Digest(6, 6), ExploreSamples.RESPONSE)
                        .map(response -> state.charge(ExploreSamples.FLOW, response, rules, ExploreSamples.NOW)));
        all.put("answer", state -> Stream.of(Checked.values()).map(said -> answer(state, said, rules)));
        all.put("commit", state -> Stream.of(state.commit(rules, ExploreSamples.NOW)));
        all.put(
                "written",
                state -> Stream.of(state.written(Finishing.Tasks.all(ExploreSamples.NOW), ExploreSamples.NOW)));
        all.put(
                "notWritten",
                state -> Stream.of(Optional.of(ExploreSamples.NOW), Optional.<Instant>empty())
                        .map(state::notWritten));
        all.put("end", state -> Stream.of(Ended.Why.values()).map(why -> state.end(why, rules, ExploreSamples.NOW)));
        all.put(
                "followed",
                state -> Stream.of(true, false)
                        .map(left -> state.followed(
                                new Finishing.Tasks(left, false, 0, ExploreSamples.NOW), ExploreSamples.NOW)));
        return all;
    }

    private static Step<ResetState, ?> answer(ResetState state, Checked said, Rules rules) {
        Receipt receipt = new Receipt(
                ExploreSamples.pending().of(ExploreSamples.FLOW, ExploreSamples.subject(1, Subject.Reality.REAL)),
                ExploreSamples.pending().memo(),
                1);
        return state.answer(
                ExploreSamples.FLOW,
                receipt,
                said,
                ExploreSamples.RESPONSE,
                Optional.empty(),
                rules,
                ExploreSamples.NOW);
    }

    static Set<String> names() {
        return COMMANDS.keySet();
    }

    /** One line for each command that moves a kind of state, then one for those that never do. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Class<?> kind : KINDS) {
            List<String> never = new ArrayList<>();
            COMMANDS.forEach((name, command) -> {
                Set<String> next = next(kind, command);
                if (next.isEmpty()) {
                    never.add(name);
                } else {
                    lines.add(kind.getSimpleName() + " --" + name + "--> " + String.join(" or ", next));
                }
            });
            lines.add(kind.getSimpleName() + " stays: " + String.join(", ", never));
        }
        return lines;
    }

    private static Set<String> next(Class<?> kind, Function<ResetState, Stream<Step<ResetState, ?>>> command) {
        Set<String> next = new TreeSet<>();
        for (ResetState state : ExploreSamples.all()) {
            if (state.getClass() == kind) {
                command.apply(state)
                        .filter(step -> step.next() != state)
                        .forEach(step -> next.add(step.next().getClass().getSimpleName()));
            }
        }
        return next;
    }
}
