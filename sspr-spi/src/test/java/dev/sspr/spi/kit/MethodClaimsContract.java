package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Digest;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MethodStore.Stored;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fixture and the clauses M4, M6 and M7 of {@link MethodStore}. Extend {@link MethodStoreContract}, which has all
 * of them.
 */
public abstract class MethodClaimsContract extends Contract {
    /** Only the kit's own class extends this one. */
    MethodClaimsContract() {}

    /**
     * The store.
     *
     * @return the same within a test
     */
    protected abstract MethodStore store();

    /**
     * A second instance on the same backend, as on another node.
     *
     * @return empty if there cannot be two
     */
    protected Optional<MethodStore> otherNode() {
        return Optional.empty();
    }

    /**
     * An instance for another tenant on the same backend.
     *
     * @return empty if a backend has one tenant
     */
    protected Optional<MethodStore> otherTenant() {
        return Optional.empty();
    }

    final UserId user() {
        return new UserId(samples.unique("user-"));
    }

    final MethodStore.MethodSet set(UserId user, long version, Digest... claims) {
        return new MethodStore.MethodSet(user, version, Set.of(claims), samples.body(200));
    }

    final MethodStore.MethodSet stored(String clause, MethodStore.MethodSet set) {
        assertThat(store().store(set))
                .as("%s: store version %d", clause, set.version())
                .isEqualTo(Stored.STORED);
        return set;
    }

    final void assertKept(String clause, MethodStore.MethodSet set) {
        assertThat(store().find(set.user())).as(clause + ": what is kept").contains(set);
    }

    @Test
    @Tag("R-WA-6")
    @DisplayName("M4: a claim of another account is CLAIMED, the account's own is not, and an abandoned one is free")
    void m4_claim_isHeldUntilGivenUp() {
        Digest claim = samples.digest();
        MethodStore.MethodSet hers = stored("M4", set(user(), 1, claim, samples.digest()));
        MethodStore.MethodSet his = stored("M4", set(user(), 1));
        assertThat(store().store(set(his.user(), 2, claim)))
                .as("M4: her claim in his next version")
                .isEqualTo(Stored.CLAIMED);
        assertThat(store().store(set(user(), 1, samples.digest(), claim)))
                .as("M4: her claim in another account's first version")
                .isEqualTo(Stored.CLAIMED);
        stored("M4", set(hers.user(), 2, claim));
        assertThat(store().store(set(his.user(), 2, claim)))
                .as("M4: her claim, which she kept")
                .isEqualTo(Stored.CLAIMED);
        stored("M4", set(hers.user(), 3));
        MethodStore.MethodSet taken = stored("M4", set(his.user(), 2, claim));
        assertThat(store().store(set(hers.user(), 4, claim)))
                .as("M4: the claim she gave up, which is his now")
                .isEqualTo(Stored.CLAIMED);
        assertKept("M4", taken);
    }

    @Test
    @DisplayName("M4: claims that differ in one of 128 bits, or as many as there can be, are different ones")
    void m4_otherClaims_areFree() {
        Digest base = samples.digest();
        stored("M4", set(user(), 1, base));
        for (int bit = 0; bit < 128; bit++) {
            long high = bit < 64 ? base.high() ^ (1L << bit) : base.high();
            long low = bit < 64 ? base.low() : base.low() ^ (1L << (bit - 64));
            stored("M4", set(user(), 1, new Digest(high, low)));
        }
        Digest[] many = new Digest[MethodStore.MethodSet.MAX_CLAIMS];
        for (int i = 0; i < many.length; i++) {
            many[i] = samples.digest();
        }
        MethodStore.MethodSet full = stored("M4", set(user(), 1, many));
        assertThat(store().store(set(user(), 1, many[many.length - 1])))
                .as("M4: one of 64 claims")
                .isEqualTo(Stored.CLAIMED);
        assertKept("M4", stored("M4", set(full.user(), 2, many)));
    }

    @Test
    @Tag("R-WA-6")
    @DisplayName("M4: of 64 accounts that store one claim in parallel one is STORED, as first or as later version")
    void m4_parallelAccounts_oneIsStored() {
        for (int round = 0; round < rounds(); round++) {
            int version = 1 + round % 2;
            Digest claim = samples.digest();
            List<MethodStore.MethodSet> sets = new ArrayList<>();
            for (int i = 0; i < Race.THREADS; i++) {
                UserId user = user();
                if (version == 2) {
                    stored("M4", set(user, 1));
                }
                sets.add(set(user, version, claim, samples.digest()));
            }
            assertOneHasIt(sets);
        }
    }

    @Test
    @Tag("R-WA-6")
    @DisplayName("M4: accounts that store the same claims in another order do not block each other")
    void m4_crossedClaims_oneIsStored() {
        for (int round = 0; round < rounds(); round++) {
            Digest[] claims = new Digest[4];
            for (int i = 0; i < claims.length; i++) {
                claims[i] = samples.digest();
            }
            List<MethodStore.MethodSet> sets = new ArrayList<>();
            for (int i = 0; i < Race.THREADS; i++) {
                Collections.rotate(Arrays.asList(claims), 1);
                sets.add(set(user(), 1, claims));
            }
            assertOneHasIt(sets);
        }
    }

    private void assertOneHasIt(List<MethodStore.MethodSet> sets) {
        List<Stored> answers = Race.run(i -> store().store(sets.get(i)));
        assertThat(Collections.frequency(answers, Stored.STORED))
                .as("M4: sets with one claim that are STORED")
                .isEqualTo(1);
        assertThat(Collections.frequency(answers, Stored.CLAIMED))
                .as("M4: the others")
                .isEqualTo(Race.THREADS - 1);
        assertKept("M4", sets.get(answers.indexOf(Stored.STORED)));
    }

    @Test
    @DisplayName("M6: remove removes the set and frees its claims, and the next set has version 1")
    void m6_removed_isGoneAndFree() {
        Digest claim = samples.digest();
        MethodStore.MethodSet hers = stored("M6", set(user(), 1, claim));
        stored("M6", set(hers.user(), 2, claim));
        MethodStore.MethodSet bystander = stored("M6", set(user(), 1, samples.digest()));
        store().remove(hers.user());
        assertThat(store().find(hers.user())).as("M6: the removed set").isEmpty();
        assertThat(store().store(set(hers.user(), 3)))
                .as("M6: the version after the removed one")
                .isEqualTo(Stored.CHANGED);
        stored("M6", set(user(), 1, claim));
        assertThat(store().store(set(hers.user(), 1, claim)))
                .as("M6: the claim, which another account has now")
                .isEqualTo(Stored.CLAIMED);
        assertKept("M6", stored("M6", set(hers.user(), 1)));
        assertKept("M6", bystander);
    }

    @Test
    @DisplayName("M6: remove without a set does nothing")
    void m6_nothingThere_nothingHappens() {
        UserId nobody = user();
        store().remove(nobody);
        store().remove(nobody);
        assertThat(store().find(nobody)).as("M6: after removing nothing").isEmpty();
        assertKept("M6", stored("M6", set(nobody, 1)));
    }

    @Test
    @Tag("R-UNI-6")
    @DisplayName("M7: the same account and claim in another tenant are different ones")
    void m7_otherTenant_isApart() {
        MethodStore other = need(otherTenant(), "M7", "second tenant");
        Digest claim = samples.digest();
        MethodStore.MethodSet here = stored("M7", set(user(), 1, claim));
        assertThat(other.find(here.user())).as("M7: found in another tenant").isEmpty();
        MethodStore.MethodSet there = set(here.user(), 1, claim);
        assertThat(other.store(there))
                .as("M7: the same account and claim in another tenant")
                .isEqualTo(Stored.STORED);
        assertKept("M7", here);
        MethodStore.MethodSet next = stored("M7", set(here.user(), 2, claim));
        assertThat(other.find(here.user())).as("M7: the other tenant's").contains(there);
        other.remove(here.user());
        assertKept("M7", next);
        assertThat(store().store(set(user(), 1, claim)))
                .as("M7: the claim after the other tenant's was removed")
                .isEqualTo(Stored.CLAIMED);
    }
}
