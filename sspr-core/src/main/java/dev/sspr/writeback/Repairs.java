package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.UserId;
import dev.sspr.spi.WriteId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The durable part of a dual write: it stores the intent, and repairs a write that did not complete. */
final class Repairs {
    /**
     * The lease: three writes and reads of at most 30 seconds each (U14). Before its end, a write may still be in
     * flight.
     */
    static final Duration LEASE = Duration.ofSeconds(90);
    /** The longest delay of a write whose answer was lost. No backend is assumed to hold a write back longer. */
    static final Duration LATE = Duration.ofMinutes(10);
    /** The pause before a failed repair is tried again. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private enum Looked {
        EXPIRED,
        NOTHING,
        LATER
    }

    private final DualWriteParts parts;

    Repairs(DualWriteParts parts) {
        this.parts = parts;
    }

    /** Stores the intent before anything is written, so that it survives a crash at any later point. */
    RepairStore.Task begin(WriteId write, UserId user, AccountPair accounts) {
        Instant now = parts.clock().instant();
        RepairStore.Task task = new RepairStore.Task(
                write.value(),
                user,
                accounts.first().generation(),
                accounts.second().generation(),
                Optional.empty(),
                now,
                now.plus(LEASE));
        parts.repairs().put(task);
        return task;
    }

    void finish(RepairStore.Task task) {
        try {
            parts.repairs().remove(task.id());
        } catch (BackendUnavailableException e) {
            // It comes due, and the generations then show that nothing is to be done.
            return;
        }
    }

    void dueNow(RepairStore.Task task) {
        try {
            parts.repairs().put(task.at(parts.clock().instant()));
        } catch (BackendUnavailableException e) {
            // The earlier intent is still stored and comes due by itself.
            return;
        }
    }

    DualWriteUserStore.RepairReport run(int limit) {
        Map<Looked, Integer> counts = new EnumMap<>(Looked.class);
        for (RepairStore.Task task : parts.repairs().due(parts.clock().instant(), limit)) {
            Looked looked;
            try {
                looked = look(task);
                if (looked != Looked.LATER) {
                    parts.repairs().remove(task.id());
                }
            } catch (BackendUnavailableException e) {
                looked = Looked.LATER;
            }
            counts.merge(looked, 1, Integer::sum);
            settle(task, looked);
        }
        return new DualWriteUserStore.RepairReport(
                counts.getOrDefault(Looked.EXPIRED, 0),
                counts.getOrDefault(Looked.NOTHING, 0),
                counts.getOrDefault(Looked.LATER, 0));
    }

    private void settle(RepairStore.Task task, Looked looked) {
        if (looked == Looked.LATER) {
            dueLater(task);
            return;
        }
        WritebackEvent.What what =
                looked == Looked.EXPIRED ? WritebackEvent.What.REPAIRED : WritebackEvent.What.NOTHING_TO_REPAIR;
        parts.tell(WritebackEvent.of(what, task.user()));
    }

    private void dueLater(RepairStore.Task task) {
        try {
            parts.repairs().put(task.at(parts.clock().instant().plus(PAUSE)));
        } catch (BackendUnavailableException e) {
            // It stays due, which is just as good.
            return;
        }
    }

    private Looked look(RepairStore.Task task) {
        Optional<Account> first = parts.first().load(task.user());
        Optional<Account> second = parts.second().load(task.user());
        if (first.isEmpty() || second.isEmpty()) {
            return Looked.NOTHING;
        }
        Optional<WriteId> own = Optional.of(new WriteId(task.id()));
        if (second.get().lastWrite().equals(own)) {
            return Looked.NOTHING;
        }
        boolean landed = first.get().lastWrite().isPresent()
                ? first.get().lastWrite().equals(own)
                : moved(task, first.get(), second.get());
        if (landed) {
            return expired(task.user(), second.get().generation());
        }
        boolean mayStillLand = first.get().generation().equals(task.first())
                && parts.clock().instant().isBefore(task.since().plus(LATE));
        return mayStillLand ? Looked.LATER : Looked.NOTHING;
    }

    /**
     * Returns whether a first store without write ids counts as written. It does while its generation is another one and
     * the second store was not written either; after an overtaken write, while it has the generation of that write.
     */
    private static boolean moved(RepairStore.Task task, Account first, Account second) {
        return task.landed().isPresent()
                ? task.landed().get().equals(first.generation())
                : !first.generation().equals(task.first())
                        && second.generation().equals(task.second());
    }

    /** The first store has the new password, so the password of the second store must not stay. */
    private Looked expired(UserId user, Generation second) {
        return switch (parts.expiry().expire(user, second)) {
            case EXPIRED -> Looked.EXPIRED;
            case STALE -> Looked.LATER;
            case GONE -> Looked.NOTHING;
        };
    }
}
