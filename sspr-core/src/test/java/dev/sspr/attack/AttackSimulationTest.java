package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.NodeFixture;
import dev.sspr.lockout.GuardResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.PasswordVerifier;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R-RATE-12: what strangers use up is not what the owner needs. */
class AttackSimulationTest {
    private static final long SEED = Long.getLong("sspr.siege.seed", 20_270_304L);

    /** A day and some: the budgets of a day begin anew within. */
    private static final int HOURS = 26;

    @ParameterizedTest
    @EnumSource(AttackSimulation.Pace.class)
    @Tag("R-RATE-11")
    @Tag("R-RATE-12")
    @DisplayName("a victim signs in and has a way back at every hour of an attack")
    void victim_atEveryHour_signsInAndHasAWayBack(AttackSimulation.Pace pace) {
        System.out.println("siege: -Dsspr.siege.seed=" + SEED);
        AttackSimulation watched = new AttackSimulation(SEED, pace);
        for (int hour = 0; hour < HOURS; hour++) {
            assertThat(watched.signsIn(SmartLockout.Location.FAMILIAR, NodeFixture.OLD))
                    .as("hour %d of %s: signing in where she always does", hour, pace)
                    .isEqualTo(new GuardResult.Checked(PasswordVerifier.Result.RIGHT));
            assertThat(open(pace, hour))
                    .as("hour %d of %s: ways back", hour, pace)
                    .isNotEmpty();
            watched.attacked(1);
        }
    }

    /** The ways that are open at an hour; each is tried in a siege of its own, since who comes back changes everything. */
    private static Set<OwnerAction> open(AttackSimulation.Pace pace, int hour) {
        Set<OwnerAction> open = EnumSet.noneOf(OwnerAction.class);
        for (OwnerAction ownerAction : OwnerAction.values()) {
            if (ownerAction.works(new AttackSimulation(SEED, pace).attacked(hour))) {
                open.add(ownerAction);
            }
        }
        System.out.println(pace + " hour " + hour + ": " + open);
        return open;
    }
}
