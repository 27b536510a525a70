package dev.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

final class QuickstartTest {

    @Test
    void main_script_ends() {
        assertThatCode(() -> Quickstart.main(new String[] {"--script"})).doesNotThrowAnyException();
    }
}
