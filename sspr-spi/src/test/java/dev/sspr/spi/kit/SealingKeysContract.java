package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.SealedBody;
import dev.sspr.spi.SealingKeys;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link SealingKeys}, over a store that the subclasses name. */
@Tag("F2-S3")
abstract class SealingKeysContract extends Contract {
    SealingKeysContract() {}

    /** What the store tells of its keys. */
    abstract SealingKeys index();

    /** Another node's, if there is one. */
    abstract Optional<SealingKeys> otherIndex();

    /** Another tenant's, if there is one. */
    abstract Optional<SealingKeys> foreignIndex();

    /** Keeps a body as the next version of a numbered entry. */
    abstract void keep(int entry, SealedBody body);

    /** Removes a numbered entry. */
    abstract void remove(int entry);

    /** A body that needs a key. */
    static SealedBody of(int key, int size) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) key;
        bytes[size - 1] ^= 5;
        return SealedBody.of(bytes);
    }

    private void tells(String what, SealingKeys index, Integer... keys) {
        assertThat(index.keys()).as("%s: the keys", what).containsExactlyInAnyOrder(keys);
    }

    @Test
    @DisplayName("SK1: every key of a kept body is told, 0 and 255 too, and none that has no body any more")
    void sk1_keysOfKeptBodies_areTold() {
        tells("SK1: without bodies", index());
        keep(1, of(0, 40));
        keep(2, of(255, 200));
        keep(3, of(128, SealedBody.MAX_BYTES));
        keep(4, of(128, 2));
        keep(5, SealedBody.of(new byte[0]));
        tells("SK1: bodies of three keys, and one without bytes", index(), 0, 128, 255);
        keep(3, of(7, 40));
        tells("SK1: one of two replaced", index(), 0, 7, 128, 255);
        keep(4, of(7, 40));
        remove(1);
        tells("SK1: the other replaced, and one removed", index(), 7, 255);
    }

    @Test
    @DisplayName("SK2: the kept bodies of a key are counted, each once")
    void sk2_bodies_areCounted() {
        for (int entry = 1; entry <= 25; entry++) {
            keep(entry, of(entry % 2 == 0 ? 200 : 1, 40));
        }
        keep(26, SealedBody.of(new byte[0]));
        assertThat(index().count(200)).as("SK2: bodies of key 200").isEqualTo(12);
        assertThat(index().count(1)).as("SK2: bodies of key 1").isEqualTo(13);
        assertThat(index().count(0)).as("SK2: bodies of key 0").isZero();
        keep(2, of(200, 60));
        keep(4, of(1, 60));
        remove(6);
        assertThat(index().count(200)).as("SK2: after changes").isEqualTo(10);
        assertThat(index().count(1)).as("SK2: after changes").isEqualTo(14);
    }

    @Test
    @Tag("R-UNI-6")
    @DisplayName("SK1, SK2: bodies of another tenant are not told")
    void sk1_otherTenant_isNotTold() {
        SealingKeys foreign = needed(foreignIndex(), "SK1", "other tenant");
        keep(1, of(9, 40));
        assertThat(foreign.keys()).as("SK1: keys of another tenant").doesNotContain(9);
        assertThat(foreign.count(9)).as("SK1: bodies of another tenant").isZero();
    }

    @Test
    @DisplayName("SK3: another node sees a write at once")
    void sk3_otherNode_seesAWrite() {
        SealingKeys other = needed(otherIndex(), "SK3", "other node");
        for (int key = 1; key < 20; key++) {
            keep(1, of(key, 40));
            tells("SK3: another node", other, key);
            assertThat(other.count(key)).as("SK3: another node").isEqualTo(1);
        }
    }

    private static SealingKeys needed(Optional<SealingKeys> index, String clause, String what) {
        needs(index.isPresent(), clause, what);
        return index.orElseThrow();
    }

    @Test
    @DisplayName("SK4: an outage is thrown, not answered as none")
    void sk4_outage_isThrown() {
        keep(1, of(9, 40));
        failsWhileDown("SK4", () -> index().keys(), () -> index().count(9));
        tells("SK4: afterwards", index(), 9);
    }

    @Test
    @DisplayName("SK4: a backend that hangs is an outage within 30 seconds")
    void sk4_hang_isThrown() {
        keep(1, of(9, 40));
        failsWhileHanging("SK4", () -> index().keys(), () -> index().count(9));
    }

    @Test
    @DisplayName("SK5: the calls change nothing")
    void sk5_calls_changeNothing() {
        keep(1, of(9, 40));
        for (int i = 0; i < 3; i++) {
            tells("SK5: call after call", index(), 9);
            assertThat(index().count(9)).as("SK5: call after call").isEqualTo(1);
        }
    }
}
