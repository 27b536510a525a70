package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bounded distance against the whole table. */
class EditDistanceTest {
    private static final long SEED = Long.getLong("sspr.seed", 20260709L);

    @Test
    void atLeast_ofRandomWords_isThatOfTheWholeTable() {
        Random random = new Random(SEED);
        System.out.println("-Dsspr.seed=" + SEED);
        for (int i = 0; i < 20_000; i++) {
            String one = ScoringTest.word(random, 0, 12, 3);
            String other = ScoringTest.word(random, 0, 12, 3);
            int distance = ScoringTest.distance(one, other);
            for (int edits = 1; edits <= 16; edits++) {
                assertThat(EditDistance.atLeast(
                                Candidate.of(one.toCharArray()), Candidate.of(other.toCharArray()), edits))
                        .as("%s and %s, %d edits", one, other, edits)
                        .isEqualTo(distance >= edits);
            }
        }
    }
}
