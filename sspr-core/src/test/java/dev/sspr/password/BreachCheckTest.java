package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.password.BreachCheck.Outcome;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.InMemoryBreachedPasswords;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-PWD-6")
class BreachCheckTest {
    private static final Secret BREACHED = Secret.of("correct horse");
    private static final Secret OTHER = Secret.of("correct house");

    private final InMemoryBreachedPasswords list = new InMemoryBreachedPasswords().add(BREACHED, 42);
    private final BreachCheck open = new BreachCheck(list, WhenBreachCheckFails.ACCEPT);
    private final BreachCheck closed = new BreachCheck(list, WhenBreachCheckFails.REFUSE);

    @Test
    @Tag("R-PWD-5")
    void check_breached_isRefusedWithItsCount() {
        assertThat(open.finding(BREACHED)).contains(new Finding("password.breached", Map.of("times", "42")));
        assertThat(closed.finding(BREACHED)).isEqualTo(open.finding(BREACHED));
    }

    @Test
    void check_notBreached_isClear() {
        assertThat(open.check(OTHER)).isEqualTo(new Outcome.Clear());
        assertThat(closed.check(OTHER)).isEqualTo(new Outcome.Clear());
    }

    @Test
    void check_listIsDown_followsThePolicy() {
        list.faults().fail();

        assertThat(open.check(BREACHED)).isEqualTo(new Outcome.Unchecked());
        assertThat(open.finding(BREACHED)).isEmpty();
        assertThat(closed.finding(OTHER)).contains(Finding.of("password.breach-check-unavailable"));
    }
}
