package dev.sspr.admin;

import static dev.sspr.admin.Desk.ANNA;
import static dev.sspr.admin.Desk.answer;
import static dev.sspr.admin.Desk.help;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sspr.change.ChangeOccasion;
import dev.sspr.change.ChangeRequest;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.OpenFlow;
import dev.sspr.lockout.Place;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the help desk sees open for a person: all that there is, of every flow. */
class LookingTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);

    private final Desk desk = new Desk();
    private final Desk withUnlock = unlocking();

    private static Desk unlocking() {
        Desk[] made = new Desk[1];
        made[0] = new Desk(
                store -> store, builder -> builder.unlocker((id, expected) -> made[0].users.unlock(id, expected)));
        return made[0];
    }

    private static List<OpenFlow> seen(Desk desk) {
        return answer(desk.desk.look(help())).flows();
    }

    private static ChangeRequest request(Desk desk) {
        return new ChangeRequest(
                ANNA,
                ChangeOccasion.VOLUNTARY,
                ChangeRequest.Knowledge.TYPED,
                desk.now,
                Set.of(),
                Place.FAMILIAR,
                Optional.empty());
    }

    @Test
    void look_nothingOpen_showsNothing() {
        assertThat(seen(desk)).isEmpty();
        assertThat(seen(withUnlock)).isEmpty();
    }

    @Test
    void look_openChange_showsIt() {
        desk.sspr.passwordChange().begin(request(desk), HERE);

        assertThat(seen(desk))
                .extracting(OpenFlow::purpose, OpenFlow::status)
                .containsExactly(tuple(Purpose.CHANGE, FlowStatus.PROVEN));
    }

    @Test
    void look_openRecovery_showsThatItWaitsAndUntilWhen() {
        desk.sspr.accountRecovery().start("anna", HERE);

        assertThat(seen(desk)).singleElement().satisfies(flow -> {
            assertThat(flow.purpose()).isEqualTo(Purpose.RECOVERY);
            assertThat(flow.status()).isEqualTo(FlowStatus.WAITING_PERIOD);
            assertThat(flow.until()).isAfter(desk.now.plus(Duration.ofDays(1)));
        });
    }

    @Test
    void look_openUnlock_showsIt() {
        withUnlock.sspr.accountUnlock().start("anna", HERE);

        assertThat(seen(withUnlock))
                .singleElement()
                .satisfies(flow -> assertThat(flow.purpose()).isEqualTo(Purpose.UNLOCK));
    }

    @Test
    void look_changeThatEnded_showsNothing() {
        desk.sspr.passwordChange().begin(request(desk), HERE);
        desk.advance(Duration.ofHours(1));

        assertThat(seen(desk)).isEmpty();
    }

    @Test
    void look_somebodyElsesFlows_areNotShown() {
        desk.sspr.accountRecovery().start("dora", HERE);
        desk.sspr.passwordReset().start("dora", HERE);

        assertThat(seen(desk)).isEmpty();
    }
}
