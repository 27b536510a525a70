package dev.sspr;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.SealingKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the keys of an instance with those that the bodies of its stores need. */
final class KeyUsage {
    private static final Logger LOG = LoggerFactory.getLogger(KeyUsage.class);

    /** Of a host without a store. */
    static final SealingKeys NOTHING = new SealingKeys() {
        @Override
        public Set<Integer> keys() {
            return Set.of();
        }

        @Override
        public long count(int key) {
            return 0;
        }
    };

    private final List<Integer> own;
    private final Set<Integer> lost;
    private final Optional<? extends SealingKeys> accounts;
    private final Optional<? extends SealingKeys> flows;

    /** Takes the parts of an instance. A store that does not tell its keys is left out. */
    static KeyUsage of(SsprBuilder set, KeyRing keys, FlowStore flows) {
        Optional<? extends SealingKeys> accounts = set.methodStore.isSet()
                ? set.methodStore.get().flatMap(GuardedRoles::accountsByKey)
                : Optional.of(NOTHING);
        return new KeyUsage(keys.ids(), set.key.lost(), accounts, GuardedRoles.sealingKeys(flows));
    }

    /**
     * Takes the ids of an instance's keys.
     *
     * @param own the ids of all its keys, the one that writes first
     * @param accounts tells the keys of security info, if the store can
     * @param flows tells the keys of flows, if the store can
     */
    KeyUsage(
            List<Integer> own,
            Set<Integer> lost,
            Optional<? extends SealingKeys> accounts,
            Optional<? extends SealingKeys> flows) {
        this.own = own;
        this.lost = lost;
        this.accounts = accounts;
        this.flows = flows;
    }

    /** Refuses an instance that lacks the key of security info. A store that does not answer refuses nothing. */
    void requireAll() {
        Set<Integer> lacking = new TreeSet<>(accounts.map(KeyUsage::answered).orElse(Set.of()));
        lacking.removeAll(own);
        lacking.removeAll(lost);
        if (!lacking.isEmpty()) {
            throw new IllegalStateException("key lacks the SsprKeys " + lacking
                    + ", under which the methodStore has security info: add each of them with accepting,"
                    + " or name it with withoutLost if it is gone");
        }
    }

    private static Set<Integer> answered(SealingKeys index) {
        try {
            return index.keys();
        } catch (UnavailableException e) {
            LOG.warn("the method store did not tell which SsprKeys its security info needs");
            return Set.of();
        }
    }

    /** Returns one line for each key, the one that writes first, then the accepted ones, then those that are lacking. */
    List<KeyUse> report() {
        List<KeyUse> report = new ArrayList<>();
        for (int id : own) {
            report.add(use(id, report.isEmpty() ? KeyUse.Role.WRITES : KeyUse.Role.ACCEPTED));
        }
        Set<Integer> lacking = new TreeSet<>(accounts.map(SealingKeys::keys).orElse(Set.of()));
        lacking.addAll(flows.map(SealingKeys::keys).orElse(Set.of()));
        lacking.removeAll(own);
        lacking.forEach(id -> report.add(use(id, KeyUse.Role.LACKING)));
        return List.copyOf(report);
    }

    private KeyUse use(int id, KeyUse.Role role) {
        return new KeyUse(id, role, count(accounts, id), count(flows, id));
    }

    private static OptionalLong count(Optional<? extends SealingKeys> index, int id) {
        return index.isPresent() ? OptionalLong.of(index.get().count(id)) : OptionalLong.empty();
    }
}
