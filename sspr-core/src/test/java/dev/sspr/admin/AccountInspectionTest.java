package dev.sspr.admin;

import static dev.sspr.fixture.HelpDeskFixture.ANNA;
import static dev.sspr.fixture.HelpDeskFixture.answer;
import static dev.sspr.fixture.HelpDeskFixture.help;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sspr.change.ChangeRequest;
import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.OpenFlow;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the help desk sees open for a person: all that there is, of every flow. */
class AccountInspectionTest {
    private static final FlowContext HERE = FlowContext.of(Locale.ENGLISH);

    private final HelpDeskFixture fixture = new HelpDeskFixture();
    private final HelpDeskFixture withUnlock = unlocking();

    private static HelpDeskFixture unlocking() {
        HelpDeskFixture[] made = new HelpDeskFixture[1];
        made[0] = new HelpDeskFixture(
                store -> store, builder -> builder.unlocker((id, expected) -> made[0].users.unlock(id, expected)));
        return made[0];
    }

    private static List<OpenFlow> seen(HelpDeskFixture fixture) {
        return answer(fixture.desk.inspect(help())).flows();
    }

    private static ChangeRequest request(HelpDeskFixture fixture) {
        return new ChangeRequest(
                ANNA,
                ChangeRequest.Occasion.VOLUNTARY,
                ChangeRequest.PasswordEvidence.TYPED,
                fixture.now,
                Set.of(),
                SmartLockout.Location.FAMILIAR,
                Optional.empty());
    }

    @Test
    void look_nothingOpen_showsNothing() {
        assertThat(seen(fixture)).isEmpty();
        assertThat(seen(withUnlock)).isEmpty();
    }

    @Test
    void look_openChange_showsIt() {
        fixture.sspr.passwordChange().begin(request(fixture), HERE);

        assertThat(seen(fixture))
                .extracting(OpenFlow::purpose, OpenFlow::status)
                .containsExactly(tuple(Purpose.CHANGE, FlowStatus.PROVEN));
    }

    @Test
    void look_openRecovery_showsThatItWaitsAndUntilWhen() {
        fixture.sspr.accountRecovery().start("anna", HERE);

        assertThat(seen(fixture)).singleElement().satisfies(flow -> {
            assertThat(flow.purpose()).isEqualTo(Purpose.RECOVERY);
            assertThat(flow.status()).isEqualTo(FlowStatus.WAITING_PERIOD);
            assertThat(flow.until()).isAfter(fixture.now.plus(Duration.ofDays(1)));
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
        fixture.sspr.passwordChange().begin(request(fixture), HERE);
        fixture.advance(Duration.ofHours(1));

        assertThat(seen(fixture)).isEmpty();
    }

    @Test
    void look_somebodyElsesFlows_areNotShown() {
        fixture.sspr.accountRecovery().start("dora", HERE);
        fixture.sspr.passwordReset().start("dora", HERE);

        assertThat(seen(fixture)).isEmpty();
    }
}
