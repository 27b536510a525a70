package dev.sspr.writeback;

import dev.sspr.spi.Account;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.PasswordExpiry.Expired;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
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

    /** The number of bytes of a UUID. */
    private static final int ID_BYTES = 16;

    private enum Looked {
        EXPIRED,
        NOTHING,
        LATER
    }

    private final DualWriteParts parts;
    private final SecureRandom random = new SecureRandom();

    Repairs(DualWriteParts parts) {
        this.parts = parts;
    }

    /** Stores the intent before anything is written, so that it survives a crash at any later point. */
    RepairStore.Task begin(UserId user, AccountPair accounts) {
        Instant now = parts.clock().instant();
        RepairStore.Task task = new RepairStore.Task(
                id(),
                user,
                accounts.first().generation(),
                accounts.second().generation(),
                Optional.empty(),
                now,
                now.plus(LEASE));
        parts.repairs().put(task);
        return task;
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
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
        if (first.isPresent() && second.isPresent() && task.landed().isPresent()) {
            return overtaken(task, first.get().generation(), second.get().generation());
        }
        if (first.isEmpty() || second.isEmpty() || !second.get().generation().equals(task.second())) {
            return Looked.NOTHING;
        }
        if (first.get().generation().equals(task.first())) {
            boolean mayStillLand = parts.clock().instant().isBefore(task.since().plus(LATE));
            return mayStillLand ? Looked.LATER : Looked.NOTHING;
        }
        Expired expired = parts.expiry().expire(task.user(), task.second());
        return expired == Expired.EXPIRED ? Looked.EXPIRED : Looked.NOTHING;
    }

    /**
     * If the first store was written again, that writer has written to both stores. If not, the second store has a
     * password that another writer set.
     */
    private Looked overtaken(RepairStore.Task task, Generation first, Generation second) {
        if (!task.landed().equals(Optional.of(first))) {
            return Looked.NOTHING;
        }
        return switch (parts.expiry().expire(task.user(), second)) {
            case EXPIRED -> Looked.EXPIRED;
            case STALE -> Looked.LATER;
            case GONE -> Looked.NOTHING;
        };
    }
}
