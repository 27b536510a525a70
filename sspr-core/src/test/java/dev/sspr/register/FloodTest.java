package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many changes in a row do not take away the owner's time to undo the first of them. */
@Tag("R-REG-7")
class FloodTest {
    private final Host host = new Host();
    private FlowHandle open = host.opened();

    private ChangeResult addedAndRemoved() {
        host.withApp(open);
        String app = host.registration.list(open).orElseThrow().methods().stream()
                .filter(one -> one.kind().equals(MethodKind.APP_CODE))
                .findFirst()
                .orElseThrow()
                .id();
        return host.registration.remove(open, app);
    }

    private Secret flooded() {
        host.withAddress(open, MethodKind.EMAIL_CODE, "mallory@example.com");
        Secret first = host.undo();
        host.advance(Duration.ofMinutes(1));
        for (int changes = 1; changes + 2 <= SecurityInfo.MOST_UNDOABLE; changes += 2) {
            assertThat(addedAndRemoved()).isInstanceOf(ChangeResult.Changed.class);
        }
        host.withApp(open);
        return first;
    }

    @Test
    void change_beyondThoseThatCanBeUndone_isRefused() {
        flooded();
        HeldMethod app = host.registration.list(open).orElseThrow().methods().get(1);

        assertThat(host.registration.remove(open, app.id())).isEqualTo(Denied.of(Denial.TOO_MANY_CHANGES));
        assertThat(host.registration.list(open).orElseThrow().methods()).contains(app);
    }

    @Test
    void undo_ofTheFirstOfManyChanges_stillWorks() {
        Secret first = flooded();
        host.registration.remove(
                open,
                host.registration.list(open).orElseThrow().methods().get(1).id());

        assertThat(host.registration.undo(first)).isEqualTo(UndoResult.UNDONE);
        open = host.opened(MethodKind.APP_CODE);
        assertThat(host.registration.list(open).orElseThrow().methods())
                .extracting(HeldMethod::kind)
                .doesNotContain(MethodKind.EMAIL_CODE);
    }

    @Test
    void change_whenTheOldestStands_isTakenAgain() {
        flooded();
        host.advance(Duration.ofDays(1));
        open = host.opened(MethodKind.APP_CODE);
        HeldMethod app = host.registration.list(open).orElseThrow().methods().get(1);

        assertThat(host.registration.remove(open, app.id())).isInstanceOf(ChangeResult.Changed.class);
    }
}
