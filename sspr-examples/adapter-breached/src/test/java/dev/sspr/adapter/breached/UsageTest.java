package dev.sspr.adapter.breached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.BreachedPasswords;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The lines that the README prints. */
final class UsageTest {
    @Test
    void usage_ofTheService_asksNothingYet() {
        BreachedPasswords breached = RangeClient.of(
                        URI.create("https://api.pwnedpasswords.com/"), "example.com sign-in")
                .build();

        assertThat(breached).isInstanceOf(RangeClient.class);
    }

    @Test
    void usage_ofAFileThatIsNotThere_saysSo() {
        assertThatThrownBy(UsageTest::offline).isInstanceOf(IOException.class).hasMessageContaining("breached.index");
    }

    private static BreachedPasswords offline() throws IOException {
        BreachedPasswords breached = BreachIndex.open(Path.of("breached.index"));
        return breached;
    }
}
