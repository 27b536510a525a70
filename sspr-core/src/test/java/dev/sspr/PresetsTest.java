package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each preset works as it is, with all channels and with a mailbox only. */
@Tag("R-CFG-1")
class PresetsTest {
    static Stream<SsprPolicy> presets() {
        return Stream.of(SsprPolicy.standard(), SsprPolicy.nist(), SsprPolicy.entra());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void preset_asItIs_startsAReset(SsprPolicy preset) {
        for (Set<Channel> channels : Set.of(EnumSet.allOf(Channel.class), EnumSet.of(Channel.EMAIL))) {
            try (Sspr sspr = Sspr.builder(
                            InMemoryUserStore.forTests(),
                            new InMemoryNotifier(channels),
                            SessionRevoker.hostHasNoSessions(),
                            SsprKey.ofHex(1, "07".repeat(31) + "08"))
                    .methodStore(new InMemoryMethodStore())
                    .policy(preset)
                    .hostSweeps()
                    .build()) {
                StartResult result = sspr.passwordReset().start("anybody", FlowContext.of(Locale.ENGLISH));
                assertThat(result).isInstanceOf(StartResult.Started.class);
            }
        }
    }
}
