package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MethodStore.Stored;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link MethodStore}; M4, M6 and M7 are in {@link MethodClaimsContract}. */
public abstract class MethodStoreContract extends MethodClaimsContract {
    /** For vendors to extend. */
    protected MethodStoreContract() {}

    private MethodStore.MethodSet sized(UserId user, long version, int size, int claims) {
        Set<Digest> digests = new LinkedHashSet<>();
        for (int i = 0; i < claims; i++) {
            digests.add(samples.digest());
        }
        return new MethodStore.MethodSet(user, version, digests, samples.body(size));
    }

    @Test
    @DisplayName("M1: every part is returned as it was last stored, in every size")
    void m1_everyPart_comesBack() {
        UserId anna = user();
        assertThat(store().find(anna)).as("M1: an account without").isEmpty();
        int version = 0;
        for (int size : new int[] {0, 1, 200, 4096, SealedBody.MAX_BYTES - 1, SealedBody.MAX_BYTES, 0}) {
            for (int claims : new int[] {0, 1, MethodStore.MethodSet.MAX_CLAIMS, 3}) {
                assertKept("M1", stored("M1", sized(anna, ++version, size, claims)));
            }
        }
        assertKept("M1", stored("M1", sized(user(), 1, SealedBody.MAX_BYTES, MethodStore.MethodSet.MAX_CLAIMS)));
    }

    @Test
    @DisplayName("M1: all 256 byte values are returned, in bodies and in claims")
    void m1_everyByte_comesBack() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Set<Digest> claims = new LinkedHashSet<>(List.of(samples.digest()));
        claims.add(new Digest(0, samples.digest().low()));
        claims.add(new Digest(-1, samples.digest().low()));
        assertKept("M1", stored("M1", new MethodStore.MethodSet(user(), 1, claims, SealedBody.of(bytes))));
    }

    @Test
    @Tag("R-RACE-1")
    @Tag("R-TOTP-4")
    @DisplayName("M2: of 64 parallel calls with one version one is STORED")
    void m2_parallelStores_oneIsStored() {
        UserId anna = user();
        for (int version = 1; version <= rounds(); version++) {
            List<MethodStore.MethodSet> sets = new ArrayList<>();
            for (int i = 0; i < Race.THREADS; i++) {
                sets.add(set(anna, version, samples.digest()));
            }
            List<Stored> answers = Race.run(i -> store().store(sets.get(i)));
            assertThat(Collections.frequency(answers, Stored.STORED))
                    .as("M2: sets of version %d that are STORED", version)
                    .isEqualTo(1);
            assertThat(Collections.frequency(answers, Stored.CHANGED))
                    .as("M2: the others")
                    .isEqualTo(Race.THREADS - 1);
            assertKept("M2", sets.get(answers.indexOf(Stored.STORED)));
        }
    }

    @Test
    @DisplayName("M2: the first version is 1, and only the next one replaces it")
    void m2_otherVersions_areChanged() {
        UserId anna = user();
        for (long version : new long[] {2, 3, Long.MAX_VALUE}) {
            assertThat(store().store(set(anna, version)))
                    .as("M2: version %d of no set", version)
                    .isEqualTo(Stored.CHANGED);
        }
        for (int version = 1; version < 6; version++) {
            MethodStore.MethodSet kept = stored("M2", set(anna, version));
            for (long other : new long[] {1, version, version - 1, version + 2, Long.MAX_VALUE}) {
                if (other > 0) {
                    assertThat(store().store(set(anna, other)))
                            .as("M2: version %d over %d", other, version)
                            .isEqualTo(Stored.CHANGED);
                }
            }
            assertKept("M2", kept);
        }
    }

    @Test
    @DisplayName("M3: CHANGED changes neither the set nor any claim")
    void m3_changed_changesNothing() {
        Digest held = samples.digest();
        Digest free = samples.digest();
        MethodStore.MethodSet kept = stored("M3", set(user(), 1, held));
        UserId nobody = user();
        assertThat(store().store(set(kept.user(), 1, free)))
                .as("M3: version 1 over 1")
                .isEqualTo(Stored.CHANGED);
        assertThat(store().store(set(kept.user(), 3, free)))
                .as("M3: version 3 over 1")
                .isEqualTo(Stored.CHANGED);
        assertThat(store().store(set(nobody, 2, free)))
                .as("M3: version 2 of no set")
                .isEqualTo(Stored.CHANGED);
        assertKept("M3", kept);
        assertThat(store().find(nobody)).as("M3: a set that was CHANGED").isEmpty();
        assertThat(store().store(set(user(), 1, held))).as("M3: the claim held").isEqualTo(Stored.CLAIMED);
        stored("M3", set(user(), 1, free));
    }

    @Test
    @DisplayName("M3: CLAIMED changes neither the set nor any claim")
    void m3_claimed_changesNothing() {
        Digest hers = samples.digest();
        Digest his = samples.digest();
        Digest free = samples.digest();
        stored("M3", set(user(), 1, hers));
        MethodStore.MethodSet kept = stored("M3", set(user(), 1, his));
        UserId nobody = user();
        assertThat(store().store(set(kept.user(), 2, free, hers)))
                .as("M3: a later set with her claim")
                .isEqualTo(Stored.CLAIMED);
        assertThat(store().store(set(nobody, 1, free, hers)))
                .as("M3: a first set with her claim")
                .isEqualTo(Stored.CLAIMED);
        assertKept("M3", kept);
        assertThat(store().find(nobody)).as("M3: a set that was CLAIMED").isEmpty();
        assertThat(store().store(set(user(), 1, his)))
                .as("M3: the claim he did not give up")
                .isEqualTo(Stored.CLAIMED);
        stored("M3", set(user(), 1, free));
        stored("M3", set(kept.user(), 2, his));
    }

    @Test
    @DisplayName("M5: another thread sees a write in its next call")
    void m5_otherThread_seesWrite() {
        MethodStore.MethodSet set = stored("M5", set(user(), 1));
        List<Optional<MethodStore.MethodSet>> seen = Race.run(8, i -> store().find(set.user()));
        assertThat(seen).as("M5: what 8 threads see").containsOnly(Optional.of(set));
    }

    @Test
    @DisplayName("M5: another node sees a write in its next call")
    void m5_otherNode_seesWrite() {
        MethodStore other = need(otherNode(), "M5", "second node");
        Digest claim = samples.digest();
        UserId anna = user();
        for (int version = 1; version < 8; version++) {
            MethodStore writer = version % 2 == 0 ? store() : other;
            MethodStore reader = version % 2 == 0 ? other : store();
            MethodStore.MethodSet set = set(anna, version, claim);
            assertThat(writer.store(set)).as("M5: store").isEqualTo(Stored.STORED);
            assertThat(reader.find(anna)).as("M5: find on the other node").contains(set);
            assertThat(reader.store(set(user(), 1, claim)))
                    .as("M5: the claim on the other node")
                    .isEqualTo(Stored.CLAIMED);
        }
        other.remove(anna);
        assertThat(store().find(anna)).as("M5: after remove on the other node").isEmpty();
        stored("M5", set(user(), 1, claim));
    }

    @Test
    @Tag("R-UNI-2")
    @Tag("R-INJ-1")
    @DisplayName("M8: ids that a collation, a case mapping or a trimmer treats as equal are different accounts")
    void m8_similarIds_areApart() {
        Map<UserId, MethodStore.MethodSet> sets = new LinkedHashMap<>();
        String unique = samples.unique("");
        List<String> ids = new ArrayList<>(Hostile.syntax());
        Hostile.lookAlikes().forEach((name, others) -> {
            ids.add(name);
            ids.addAll(others);
        });
        for (String id : ids) {
            // the unique part comes last or first, so that it does not hide a trimmer's fault
            for (String text : new String[] {id + unique, unique + id, unique + " " + id, unique + id + " "}) {
                UserId user = new UserId(text);
                sets.computeIfAbsent(user, same -> stored("M8", set(same, 1)));
            }
        }
        String longest = "\u00fc".repeat(UserId.MAX_LENGTH - unique.length() - 1) + unique;
        for (String end : new String[] {"A", "a"}) {
            UserId user = new UserId(longest + end);
            sets.put(user, stored("M8", set(user, 1)));
        }
        sets.values().forEach(set -> assertKept("M8", set));
        UserId gone = sets.keySet().iterator().next();
        store().remove(gone);
        sets.remove(gone);
        sets.values().forEach(set -> assertKept("M8", set));
    }

    private ThrowingCallable[] calls(MethodStore.MethodSet kept) {
        return new ThrowingCallable[] {
            () -> store().find(kept.user()),
            () -> store().store(set(kept.user(), 2)),
            () -> store().store(set(user(), 1, samples.digest())),
            () -> store().remove(kept.user())
        };
    }

    @Test
    @DisplayName("M9: an outage throws BackendUnavailableException")
    void m9_outage_isUnavailable() {
        MethodStore.MethodSet set = stored("M9", set(user(), 1, samples.digest()));
        failsWhileDown("M9", calls(set));
        assertKept("M9", set);
    }

    @Test
    @DisplayName("M9: a hanging backend causes BackendUnavailableException within 30 seconds")
    void m9_hang_isUnavailable() {
        failsWhileHanging("M9", calls(stored("M9", set(user(), 1, samples.digest()))));
    }

    @Test
    @DisplayName("M10: null is refused and changes nothing")
    void m10_null_isRefused() {
        MethodStore.MethodSet set = stored("M10", set(user(), 1));
        refusesNull("M10", () -> store().find(null), () -> store().store(null), () -> store().remove(null));
        assertKept("M10", set);
    }
}
