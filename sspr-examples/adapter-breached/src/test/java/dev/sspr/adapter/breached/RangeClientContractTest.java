package dev.sspr.adapter.breached;

import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.BreachedPasswordsContract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

final class RangeClientContractTest extends BreachedPasswordsContract {
    private final Set<String> held = new TreeSet<>();
    private final RangeServer server = new RangeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected BreachedPasswords holding(List<Secret> breached) {
        breached.forEach(password -> held.add(Lists.line(password)));
        server.answers(prefix -> held.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(5) + ":" + TIMES)
                .collect(Collectors.joining("\r\n", "00000000000000000000000000000000000:0\r\n", "")));
        // nothing is cached: an outage must be seen
        return RangeClient.of(server.uri(), "sspr test")
                .cache(0, Duration.ZERO)
                .timeLimit(Duration.ofSeconds(10))
                .build();
    }

    @Override
    protected String shown() {
        return String.join("\n", server.seen());
    }

    @Override
    protected void outage(boolean on) {
        if (on) {
            server.answers(503, "");
        } else {
            holding(List.of());
        }
    }

    @Override
    protected boolean hang(boolean on) {
        server.hangs(on);
        return true;
    }
}
