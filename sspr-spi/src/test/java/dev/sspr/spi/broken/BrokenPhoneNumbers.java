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

    static List<Broken> all() {
        return List.of(
                Broken.of("PN1", "forgets a number after three questions", with(twin -> {
                    AtomicInteger questions = new AtomicInteger();
                    return e164 -> {
                        PhoneNumbers.Type type = twin.typeOf(e164);
                        boolean tired = type == PhoneNumbers.Type.MOBILE
                                && !Thread.currentThread().getName().equals("sspr-kit-race")
                                && questions.incrementAndGet() > 3;
                        return tired ? PhoneNumbers.Type.UNKNOWN : type;
                    };
                })),
                Broken.of("PN2", "takes what it does not know for a mobile phone", with(twin -> e164 -> {
                    PhoneNumbers.Type type = twin.typeOf(e164);
                    return type == PhoneNumbers.Type.UNKNOWN ? PhoneNumbers.Type.MOBILE : type;
                })),
                Broken.of("PN3", "knows nothing of what calls cost", with(twin -> e164 -> {
                    PhoneNumbers.Type type = twin.typeOf(e164);
                    return type == PhoneNumbers.Type.COSTLY ? PhoneNumbers.Type.OTHER : type;
                })),
                Broken.of("PN4", "keeps a cache of numbers", () -> new InMemoryPhoneNumbersTest() {
                    private final List<String> cache = new ArrayList<>();

                    @Override
                    protected PhoneNumbers numbers() {
                        return e164 -> {
                            PhoneNumbers.Type type = numbers.typeOf(e164);
                            synchronized (cache) {
                                cache.add(e164);
                            }
                            return type;
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
                        return twin.typeOf(e164);
                    } catch (BackendUnavailableException e) {
                        return PhoneNumbers.Type.UNKNOWN;
                    }
                })),
                Broken.of("PN7", "quotes what it cannot read", with(twin -> e164 -> {
                    try {
                        return twin.typeOf(e164);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException("not a phone number: " + e164, e);
                    }
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
        public PhoneNumbers.Type typeOf(String e164) {
            current = e164;
            meeting.await();
            return twin.typeOf(current);
        }
    }
}
