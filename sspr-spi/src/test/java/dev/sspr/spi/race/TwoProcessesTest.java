package dev.sspr.spi.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.kit.TwoProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
    @TempDir
    Path directory;

    @Test
    void race_twoProcessesOnSharedFiles_eachFileIsWonOnce() throws Exception {
        Map<String, Long> sums = TwoProcesses.race(FileRace.class, 60, directory.toString(), "500");
        assertThat(sums).containsEntry("won", 500L).containsEntry("sides that ran", 2L);
        try (var files = Files.list(directory)) {
            assertThat(files.count()).isEqualTo(500);
        }
    }

    @Test
    void race_sideFails_isAnAssertionErrorWithItsOutput() {
        assertThatThrownBy(() -> TwoProcesses.race(FailingSide.class, 60))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no such table");
    }
}
