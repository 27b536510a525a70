package dev.sspr.spi.broken;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryAuditSinkTest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Audit sinks that are wrong. */
final class BrokenAuditSinks {
    private BrokenAuditSinks() {}

    private static Supplier<Contract> with(Function<AuditSink, AuditSink> broken) {
        return () -> new InMemoryAuditSinkTest() {
            private final AuditSink one = broken.apply(sink);

            @Override
            protected AuditSink sink() {
                return one;
            }
        };
    }

    private static Supplier<Contract> keeping(UnaryOperator<List<String>> change) {
        return () -> new InMemoryAuditSinkTest() {
            @Override
            protected List<String> entries() {
                return change.apply(super.entries());
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "A1",
                        "does not keep the purpose",
                        keeping(lines -> lines.stream()
                                .map(line -> line.replaceFirst("purpose=[A-Z]+ ?", ""))
                                .toList())),
                Broken.of("A2", "keeps the event in a field", with(SharedField::new)),
                Broken.of(
                        "A3",
                        "writes a line feed as it is",
                        keeping(lines -> lines.stream()
                                .flatMap(line -> line.replace("\\u{a}", "\n").lines())
                                .toList())),
                Broken.of("A4", "swallows an outage", with(twin -> event -> {
                    try {
                        twin.record(event);
                    } catch (BackendUnavailableException e) {
                        // lost, and nobody hears of it: this is the defect
                    }
                })),
                Broken.of("A5", "skips null", with(twin -> event -> {
                    if (event != null) {
                        twin.record(event);
                    }
                })));
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements AuditSink {
        private final AuditSink twin;
        private final Meeting meeting = new Meeting();
        private volatile AuditEvent current;

        SharedField(AuditSink twin) {
            this.twin = twin;
        }

        @Override
        public void record(AuditEvent event) {
            current = event;
            meeting.await();
            twin.record(current);
        }
    }
}
