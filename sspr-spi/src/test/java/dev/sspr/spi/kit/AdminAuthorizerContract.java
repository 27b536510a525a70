package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AdminAuthorizer.Decision;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.UserId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link AdminAuthorizer}. */
public abstract class AdminAuthorizerContract extends Contract {
    /** For vendors to extend. */
    protected AdminAuthorizerContract() {}

    /**
     * The authorizer.
     *
     * @return the same within a test
     */
    protected abstract AdminAuthorizer authorizer();

    /**
     * A request that the authorizer grants.
     *
     * @return a request; its actor has no grant for another action or another tenant
     */
    protected abstract AdminRequest granted();

    private Decision decide(UserId actor, AdminAction action, UserId target, String tenant) {
        return authorizer().decide(new AdminRequest(actor, action, target, tenant));
    }

    private void deniesEveryAction(String clause, UserId actor, UserId target) {
        for (AdminAction action : AdminAction.values()) {
            assertThat(decide(actor, action, target, granted().tenant()))
                    .as("%s: %s", clause, action)
                    .isInstanceOf(Decision.Denied.class);
        }
    }

    @Test
    @Tag("R-ADM-2")
    @DisplayName("Z1: an allowed action is granted each time")
    void z1_allowed_isGrantedEachTime() {
        for (int i = 0; i < 5; i++) {
            assertThat(authorizer().decide(granted())).as("Z1: time %d", i + 1).isEqualTo(new Decision.Granted());
        }
    }

    @Test
    @Tag("V-AUTHZ-3")
    @DisplayName("Z2: an unknown actor is denied every action")
    void z2_unknownActor_isDenied() {
        deniesEveryAction("Z2", new UserId(samples.unique("user-")), granted().target());
    }

    @Test
    @Tag("TAP-05")
    @DisplayName("Z3: no actor is granted an action on their own account")
    void z3_oneself_isDenied() {
        deniesEveryAction("Z3", granted().actor(), granted().actor());
    }

    @Test
    @Tag("V-AUTHZ-4")
    @DisplayName("Z4: a grant for one tenant does not extend to another")
    void z4_otherTenant_isDenied() {
        AdminRequest one = granted();
        assertThat(decide(one.actor(), one.action(), one.target(), samples.unique("tenant-")))
                .as("Z4: another tenant")
                .isInstanceOf(Decision.Denied.class);
    }

    @Test
    @DisplayName("Z5: a grant for one action does not extend to another")
    void z5_otherAction_isDenied() {
        AdminRequest one = granted();
        for (AdminAction action : AdminAction.values()) {
            if (action != one.action()) {
                assertThat(decide(one.actor(), action, one.target(), one.tenant()))
                        .as("Z5: %s", action)
                        .isInstanceOf(Decision.Denied.class);
            }
        }
    }

    @Test
    @Tag("R-ADM-2")
    @DisplayName("Z6: an outage throws BackendUnavailableException, not a grant")
    void z6_outage_isUnavailable() {
        AdminRequest one = granted();
        failsWhileDown("Z6", () -> authorizer().decide(one));
        assertThat(authorizer().decide(one)).as("Z6: afterwards").isEqualTo(new Decision.Granted());
    }

    @Test
    @Tag("R-ADM-2")
    @DisplayName("Z6: a hanging backend causes BackendUnavailableException within 30 seconds")
    void z6_hang_isUnavailable() {
        AdminRequest one = granted();
        failsWhileHanging("Z6", () -> authorizer().decide(one));
    }

    @Test
    @DisplayName("Z7: 64 threads call at once, and each gets its own answer")
    void z7_parallelQuestions_haveTheirOwnAnswers() {
        AdminRequest one = granted();
        AdminRequest stranger =
                new AdminRequest(new UserId(samples.unique("user-")), one.action(), one.target(), one.tenant());
        List<Decision> answers = Race.run(thread -> authorizer().decide(thread % 2 == 0 ? one : stranger));
        for (int thread = 0; thread < answers.size(); thread++) {
            assertThat(answers.get(thread) instanceof Decision.Granted)
                    .as("Z7: whether thread %d was granted it", thread)
                    .isEqualTo(thread % 2 == 0);
        }
    }

    @Test
    @DisplayName("Z8: null is refused")
    void z8_null_isRefused() {
        refusesNull("Z8", () -> authorizer().decide(null));
    }
}
