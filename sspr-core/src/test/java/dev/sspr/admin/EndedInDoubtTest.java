package dev.sspr.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The help desk ends what is open while nobody knows whether a password was written: a flow that must stay for that. */
@Tag("R-SESS-4")
class EndedInDoubtTest {
    private static final Secret NEW = Secret.of("four quiet herons at dusk");

    private final HelpDeskFixture host = new HelpDeskFixture();

    private FlowHandle proven() {
        FlowHandle handle = host.reset();
        MessageContent content =
                host.notifier.lastTo(HelpDeskFixture.MAIL).orElseThrow().content();
        host.sspr.passwordReset().answer(handle, ((MessageContent.ResetCode) content).code());
        return handle;
    }

    private CompleteResult completes(FlowHandle handle) {
        return host.sspr.passwordReset().complete(handle, NEW);
    }

    private FlowHandle inDoubt() {
        FlowHandle handle = proven();
        host.users.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                host.users.faults().failNext(1);
            }
        });
        assertThatThrownBy(() -> completes(handle)).isInstanceOf(UnavailableException.class);
        host.users.faults().beforeEachCall(operation -> {});
        return handle;
    }

    private boolean signsIn() {
        return host.users.signsIn(new LoginName("anna"), NEW) == SignIn.SIGNED_IN;
    }

    @Test
    void offAndOn_whileAWriteIsInDoubt_endsIt() {
        FlowHandle handle = inDoubt();
        host.advance(Duration.ofSeconds(1));
        host.desk.disableSelfService(HelpDeskFixture.help());
        host.desk.enableSelfService(HelpDeskFixture.help());

        assertThat(completes(handle)).isNotInstanceOf(CompleteResult.Done.class);
        assertThat(signsIn()).isFalse();
    }

    @Test
    void registrationRequired_whileAWriteIsInDoubt_endsIt() {
        FlowHandle handle = inDoubt();
        host.advance(Duration.ofSeconds(1));
        host.desk.requireRegistration(HelpDeskFixture.help());

        assertThat(completes(handle)).isNotInstanceOf(CompleteResult.Done.class);
        assertThat(signsIn()).isFalse();
    }

    @Test
    void writeInDoubt_alone_goesOn() {
        FlowHandle handle = inDoubt();
        host.advance(Duration.ofSeconds(1));

        assertThat(completes(handle)).isInstanceOf(CompleteResult.Done.class);
        assertThat(signsIn()).isTrue();
    }

    @Test
    void flowThatBeginsAfterTheEnd_goesOn() {
        host.desk.disableSelfService(HelpDeskFixture.help());
        host.desk.enableSelfService(HelpDeskFixture.help());

        assertThat(completes(proven())).isInstanceOf(CompleteResult.Done.class);
    }
}
