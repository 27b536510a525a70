package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Administrators;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link Administrators}. */
public abstract class AdministratorsContract extends Contract {
    /** For vendors to extend. */
    protected AdministratorsContract() {}

    /**
     * The role.
     *
     * @return the same within a test
     */
    protected abstract Administrators administrators();

    /**
     * An administrator with an address of their own.
     *
     * @return the account
     */
    protected abstract UserId one();

    /**
     * The destinations of that administrator.
     *
     * @return at least one destination
     */
    protected abstract List<Destination> ofOne();

    /**
     * The destinations of the other administrators.
     *
     * @return at least one destination, at most 100, in any order
     */
    protected abstract List<Destination> others();

    /**
     * The same role with more than {@link Administrators#MAX_RECIPIENTS} administrators, some of whom share a mailbox.
     *
     * @return empty if this fixture cannot provide it
     */
    protected Optional<Administrators> crowd() {
        return Optional.empty();
    }

    @Test
    @Tag("NOT-02")
    @DisplayName("G1: the other administrators are listed, the account itself is not")
    void g1_others_areTold() {
        List<Destination> told = administrators().toTell(one());
        assertThat(told).as("G1: the listed destinations").containsExactlyInAnyOrderElementsOf(others());
        assertThat(told).as("G1: the account itself").doesNotContainAnyElementsOf(ofOne());
    }

    @Test
    @Tag("NOT-03")
    @DisplayName("G2: at most 100 destinations are listed, and no mailbox twice")
    void g2_crowd_isCut() {
        Administrators many = need(crowd(), "G2", "crowd of administrators");
        List<Destination> told = many.toTell(one());
        assertThat(told).as("G2: the number of destinations").hasSize(Administrators.MAX_RECIPIENTS);
        assertThat(told.stream().map(Destination::endpoint))
                .as("G2: their mailboxes")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("G3: the same question gets the same answer")
    void g3_again_isTheSame() {
        List<Destination> first = administrators().toTell(one());
        for (int i = 0; i < 5; i++) {
            assertThat(administrators().toTell(one())).as("G3: time %d", i + 2).isEqualTo(first);
        }
    }

    @Test
    @DisplayName("G4: an outage throws BackendUnavailableException, not an empty list")
    void g4_outage_isUnavailable() {
        UserId user = one();
        failsWhileDown("G4", () -> administrators().toTell(user));
    }

    @Test
    @DisplayName("G4: a hanging backend causes BackendUnavailableException within 30 seconds")
    void g4_hang_isUnavailable() {
        UserId user = one();
        failsWhileHanging("G4", () -> administrators().toTell(user));
    }

    @Test
    @DisplayName("G5: 64 threads call at once, and each gets its own answer")
    void g5_parallelQuestions_haveTheirOwnAnswers() {
        UserId nobody = new UserId(samples.unique("user-"));
        List<Destination> aboutOne = administrators().toTell(one());
        List<Destination> aboutNobody = administrators().toTell(nobody);
        List<List<Destination>> answers = Race.run(thread -> administrators().toTell(thread % 2 == 0 ? one() : nobody));
        for (int thread = 0; thread < answers.size(); thread++) {
            assertThat(answers.get(thread))
                    .as("G5: thread %d", thread)
                    .isEqualTo(thread % 2 == 0 ? aboutOne : aboutNobody);
        }
    }

    @Test
    @DisplayName("G6: null is refused")
    void g6_null_isRefused() {
        refusesNull("G6", () -> administrators().toTell(null));
    }
}
