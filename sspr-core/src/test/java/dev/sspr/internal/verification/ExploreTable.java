package dev.sspr.internal.verification;

import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which command leads from which kind of state to which: drawn while all of them are tried. */
final class ExploreTable {
    static final List<String> COMMANDS = List.of(
            "identified",
            "choose",
            "resend",
            "challenged",
            "prepared",
            "delivered",
            "charge",
            "answer",
            "waitsFor",
            "noticed",
            "notNoticed",
            "approved",
            "waited",
            "commit",
            "written",
            "notWritten",
            "end",
            "expired",
            "followed");
    private static final List<Class<?>> KINDS = List.of(
            Identifying.class,
            AwaitingResponse.class,
            Waiting.class,
            ProofsComplete.class,
            Committing.class,
            FinishingCommit.class,
            Completed.class,
            FlowEnded.class);

    private final Map<String, Set<String>> moves = new TreeMap<>();

    void moved(String command, FlowState old, FlowState next) {
        if (next != old) {
            moves.computeIfAbsent(key(old.getClass(), command), key -> new TreeSet<>())
                    .add(next.getClass().getSimpleName());
        }
    }

    private static String key(Class<?> kind, String command) {
        return kind.getSimpleName() + " --" + command + "--> ";
    }

    /** One line for each command that moves a kind of state, then one for those that never do. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Class<?> kind : KINDS) {
            List<String> never = new ArrayList<>();
            for (String command : COMMANDS) {
                Set<String> next = moves.getOrDefault(key(kind, command), Set.of());
                if (next.isEmpty()) {
                    never.add(command);
                } else {
                    lines.add(key(kind, command) + String.join(" or ", next));
                }
            }
            lines.add(kind.getSimpleName() + " stays: " + String.join(", ", never));
        }
        return lines;
    }
}
