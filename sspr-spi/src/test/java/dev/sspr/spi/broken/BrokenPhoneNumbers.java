package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryPhoneNumbersTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Numbering plans that are wrong. */
final class BrokenPhoneNumbers {
    private BrokenPhoneNumbers() {}

    private static Supplier<Contract> with(Function<PhoneNumbers, PhoneNumbers> broken) {
        return () -> new InMemoryPhoneNumbersTest() {
            private final PhoneNumbers one = broken.apply(numbers);

            @Override
            protected PhoneNumbers numbers() {
                return one;
            }
        };
    }

    private static Supplier<Contract> retyped(UnaryOperator<PhoneNumbers.Type> broken) {
        return with(twin -> e164 -> {
            PhoneNumbers.Line line = twin.lineOf(e164);
            return new PhoneNumbers.Line(line.number(), broken.apply(line.type()));
        });
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("PN1", "forgets a number after three questions", with(twin -> {
                    AtomicInteger questions = new AtomicInteger();
                    return e164 -> {
                        PhoneNumbers.Line line = twin.lineOf(e164);
                        boolean tired = line.type() == PhoneNumbers.Type.MOBILE
                                && !Thread.currentThread().getName().equals("sspr-kit-race")
                                && questions.incrementAndGet() > 3;
                        return tired ? new PhoneNumbers.Line(e164, PhoneNumbers.Type.UNKNOWN) : line;
                    };
                })),
                Broken.of(
                        "PN2",
                        "takes what it does not know for a mobile phone",
                        retyped(type -> type == PhoneNumbers.Type.UNKNOWN ? PhoneNumbers.Type.MOBILE : type)),
                Broken.of(
                        "PN3",
                        "knows nothing of what calls cost",
                        retyped(type -> type == PhoneNumbers.Type.COSTLY ? PhoneNumbers.Type.OTHER : type)),
                Broken.of("PN4", "keeps a cache of numbers", () -> new InMemoryPhoneNumbersTest() {
                    private final List<String> cache = new ArrayList<>();

                    @Override
                    protected PhoneNumbers numbers() {
                        return e164 -> {
                            PhoneNumbers.Line line = numbers.lineOf(e164);
                            synchronized (cache) {
                                cache.add(e164);
                            }
                            return line;
                        };
                    }

                    @Override
                    protected String kept() {
                        return cache.toString();
                    }
                }),
                Broken.of("PN5", "keeps the question in a field", with(SharedField::new)),
                Broken.of("PN6", "knows nothing during an outage", with(twin -> e164 -> {
                    try {
                        return twin.lineOf(e164);
                    } catch (BackendUnavailableException e) {
                        return new PhoneNumbers.Line(e164, PhoneNumbers.Type.UNKNOWN);
                    }
                })),
                Broken.of("PN7", "quotes what it cannot read", with(twin -> e164 -> {
                    try {
                        return twin.lineOf(e164);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException("not a phone number: " + e164, e);
                    }
                })),
                Broken.of(
                        "PN8",
                        "judges a number without its trunk prefix and returns it with it",
                        with(twin -> e164 ->
                                new PhoneNumbers.Line(e164, twin.lineOf(e164).type()))),
                Broken.of("PN8", "shortens what it does not know", with(twin -> e164 -> {
                    PhoneNumbers.Line line = twin.lineOf(e164);
                    return line.type() == PhoneNumbers.Type.UNKNOWN
                            ? new PhoneNumbers.Line(e164.substring(0, 8), line.type())
                            : line;
                })));
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements PhoneNumbers {
        private final PhoneNumbers twin;
        private final Meeting meeting = new Meeting();
        private volatile String current = "";

        SharedField(PhoneNumbers twin) {
            this.twin = twin;
        }

        @Override
        public PhoneNumbers.Line lineOf(String e164) {
            current = e164;
            meeting.await();
            return twin.lineOf(current);
        }
    }
}
