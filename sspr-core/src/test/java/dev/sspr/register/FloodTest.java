package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.UndoResult;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many changes in a row do not take away the owner's time to undo the first of them. */
@Tag("R-REG-7")
class FloodTest {
    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private FlowHandle open = registrationFixture.opened();

    private ChangeResult addedAndRemoved() {
        registrationFixture.withApp(open);
        String app = registrationFixture.registration.list(open).orElseThrow().methods().stream()
                .filter(one -> one.kind().equals(MethodKind.APP_CODE))
                .findFirst()
                .orElseThrow()
                .id();
        return registrationFixture.registration.remove(open, app);
    }

    private Secret flooded() {
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, "mallory@example.com");
        Secret first = registrationFixture.undo();
        registrationFixture.advance(Duration.ofMinutes(1));
        for (int changes = 1; changes + 2 <= SecurityInfo.MOST_REVERTIBLE; changes += 2) {
            assertThat(addedAndRemoved()).isInstanceOf(ChangeResult.Changed.class);
        }
        registrationFixture.withApp(open);
        return first;
    }

    @Test
    void addition_beyondThoseThatCanBeUndone_isRefused() {
        flooded();

        registrationFixture.registration.enrol(open, MethodKind.SMS_CODE, "+31612345678");
        assertThat(registrationFixture.confirm(open, registrationFixture.codeTo("+31612345678")))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.TOO_MANY_CHANGES));
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: a removal is never one change too many, displaces no other undo, and can be undone itself")
    void removal_beyondThoseThatCanBeUndone_isStored() {
        Secret first = flooded();
        List<RegisteredMethodView> added =
                registrationFixture.registration.list(open).orElseThrow().methods();

        for (RegisteredMethodView method : added.subList(1, added.size())) {
            assertThat(registrationFixture.registration.remove(open, method.id()))
                    .isInstanceOf(ChangeResult.Changed.class);
        }

        Secret last = registrationFixture.undo();
        assertThat(registrationFixture.registration.undo(last)).isEqualTo(UndoResult.UNDONE);
        assertThat(registrationFixture.registration.undo(first)).isEqualTo(UndoResult.UNDONE);
    }

    @Test
    void undo_ofTheFirstOfManyChanges_stillWorks() {
        Secret first = flooded();
        registrationFixture.registration.remove(
                open,
                registrationFixture
                        .registration
                        .list(open)
                        .orElseThrow()
                        .methods()
                        .get(1)
                        .id());

        assertThat(registrationFixture.registration.undo(first)).isEqualTo(UndoResult.UNDONE);
        open = registrationFixture.opened(MethodKind.APP_CODE);
        assertThat(registrationFixture.registration.list(open).orElseThrow().methods())
                .extracting(RegisteredMethodView::kind)
                .doesNotContain(MethodKind.EMAIL_CODE);
    }

    @Test
    void change_whenTheOldestStands_isTakenAgain() {
        flooded();
        registrationFixture.advance(Duration.ofDays(1));
        open = registrationFixture.opened(MethodKind.APP_CODE);
        RegisteredMethodView app = registrationFixture
                .registration
                .list(open)
                .orElseThrow()
                .methods()
                .get(1);

        assertThat(registrationFixture.registration.remove(open, app.id())).isInstanceOf(ChangeResult.Changed.class);
    }
}
