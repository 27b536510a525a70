package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.PasswordExpiry.Expired;
import dev.sspr.spi.RepairTask;
import dev.sspr.spi.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The durable half: what was intended, and what is done about what did not come to pass. */
final class Repairs {
    /** Three writes and reads at their bound of 30 seconds (U14): before that, an attempt may still be under way. */
    static final Duration LEASE = Duration.ofSeconds(90);
    /** A write whose answer was lost may land late; no backend is taken to hold one back for longer than this. */
    static final Duration LATE = Duration.ofMinutes(10);
    /** How long a repair that failed waits for its next turn. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    /** As many as in a UUID. */
    private static final int ID_BYTES = 16;

    private enum Looked {
        EXPIRED,
        NOTHING,
        LATER
    }

    private final Wiring wiring;
    private final SecureRandom random = new SecureRandom();

    Repairs(Wiring wiring) {
        this.wiring = wiring;
    }

    /** States the intent before anything is written: a crash at any later point leaves it behind. */
    RepairTask begin(UserId user, Pair pair) {
        Instant now = wiring.clock().instant();
        RepairTask task = new RepairTask(
                id(),
                user,
                pair.first().generation(),
                pair.second().generation(),
                Optional.empty(),
                now,
                now.plus(LEASE));
        wiring.repairs().put(task);
        return task;
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void finish(RepairTask task) {
        try {
            wiring.repairs().remove(task.id());
        } catch (BackendUnavailableException e) {
            // It comes due, and the generations then say that there is nothing to do.
            return;
        }
    }

    void dueNow(RepairTask task) {
        try {
            wiring.repairs().put(task.at(wiring.clock().instant()));
        } catch (BackendUnavailableException e) {
            // The intent is there from before and comes due by itself.
            return;
        }
    }

    RepairReport run(int limit) {
        Map<Looked, Integer> counts = new EnumMap<>(Looked.class);
        for (RepairTask task : wiring.repairs().due(wiring.clock().instant(), limit)) {
            Looked looked;
            try {
                looked = look(task);
                if (looked != Looked.LATER) {
                    wiring.repairs().remove(task.id());
                }
            } catch (BackendUnavailableException e) {
                looked = Looked.LATER;
            }
            counts.merge(looked, 1, Integer::sum);
            settle(task, looked);
        }
        return new RepairReport(
                counts.getOrDefault(Looked.EXPIRED, 0),
                counts.getOrDefault(Looked.NOTHING, 0),
                counts.getOrDefault(Looked.LATER, 0));
    }

    private void settle(RepairTask task, Looked looked) {
        if (looked == Looked.LATER) {
            dueLater(task);
            return;
        }
        WritebackEvent.What what =
                looked == Looked.EXPIRED ? WritebackEvent.What.REPAIRED : WritebackEvent.What.NOTHING_TO_REPAIR;
        wiring.tell(WritebackEvent.of(what, task.user()));
    }

    private void dueLater(RepairTask task) {
        try {
            wiring.repairs().put(task.at(wiring.clock().instant().plus(PAUSE)));
        } catch (BackendUnavailableException e) {
            // It stays due, which is as well.
            return;
        }
    }

    private Looked look(RepairTask task) {
        Optional<Account> first = wiring.first().load(task.user());
        Optional<Account> second = wiring.second().load(task.user());
        if (first.isPresent() && second.isPresent() && task.landed().isPresent()) {
            return overtaken(task, first.get().generation(), second.get().generation());
        }
        if (first.isEmpty() || second.isEmpty() || !second.get().generation().equals(task.second())) {
            return Looked.NOTHING;
        }
        if (first.get().generation().equals(task.first())) {
            boolean mayStillLand =
                    wiring.clock().instant().isBefore(task.since().plus(LATE));
            return mayStillLand ? Looked.LATER : Looked.NOTHING;
        }
        Expired expired = wiring.expiry().expire(task.user(), task.second());
        return expired == Expired.EXPIRED ? Looked.EXPIRED : Looked.NOTHING;
    }

    /** Whoever wrote to the first store since has written to both; otherwise the second has what somebody else set. */
    private Looked overtaken(RepairTask task, Generation first, Generation second) {
        if (!task.landed().equals(Optional.of(first))) {
            return Looked.NOTHING;
        }
        return switch (wiring.expiry().expire(task.user(), second)) {
            case EXPIRED -> Looked.EXPIRED;
            case STALE -> Looked.LATER;
            case GONE -> Looked.NOTHING;
        };
    }
}
