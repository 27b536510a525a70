package dev.sspr.spi.broken;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.MailDomains;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.memory.InMemoryMailDomainsTest;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Mappings of domains that are wrong. */
final class BrokenMailDomains {
    private BrokenMailDomains() {}

    private static Supplier<Contract> with(Function<MailDomains, MailDomains> broken) {
        return () -> new InMemoryMailDomainsTest() {
            private final MailDomains one = broken.apply(domains);

            @Override
            protected MailDomains domains() {
                return one;
            }
        };
    }

    static List<Broken> all() {
        return List.of(
                Broken.of("MD1", "forgets a domain after three questions", with(twin -> {
                    AtomicInteger questions = new AtomicInteger();
                    return domain -> {
                        boolean tired = domain.startsWith("b\u00fccher.ex")
                                && !Thread.currentThread().getName().equals("sspr-kit-race")
                                && questions.incrementAndGet() > 3;
                        return tired ? Optional.of("forgotten.example") : twin.toAscii(domain);
                    };
                })),
                Broken.of(
                        "MD2",
                        "leaves the case of ASCII labels",
                        with(twin -> domain -> domain.endsWith(".Example")
                                ? twin.toAscii(domain).map(ascii -> ascii.replace(".e", ".E"))
                                : twin.toAscii(domain))),
                Broken.of("MD3", "maps by the old rules", with(twin -> domain -> {
                    boolean old = domain.startsWith("stra") && domain.codePointAt(4) == 0xdf;
                    return old ? Optional.of(IDN.toASCII(domain)) : twin.toAscii(domain);
                })),
                Broken.of(
                        "MD4",
                        "returns a text without a form as it is",
                        with(twin -> domain -> twin.toAscii(domain).or(() -> Optional.of(domain)))),
                Broken.of("MD5", "keeps a cache of domains", () -> new InMemoryMailDomainsTest() {
                    private final List<String> cache = new ArrayList<>();

                    @Override
                    protected MailDomains domains() {
                        return domain -> {
                            Optional<String> ascii = domains.toAscii(domain);
                            synchronized (cache) {
                                cache.add(domain);
                            }
                            return ascii;
                        };
                    }

                    @Override
                    protected String kept() {
                        return cache.toString();
                    }
                }),
                Broken.of("MD6", "keeps the question in a field", with(SharedField::new)),
                Broken.of("MD7", "has no answer during an outage", with(twin -> domain -> {
                    try {
                        return twin.toAscii(domain);
                    } catch (BackendUnavailableException e) {
                        return Optional.empty();
                    }
                })));
    }

    /** Two threads write the field before either reads it. */
    private static final class SharedField implements MailDomains {
        private final MailDomains twin;
        private final Meeting meeting = new Meeting();
        private volatile String current = "";

        SharedField(MailDomains twin) {
            this.twin = twin;
        }

        @Override
        public Optional<String> toAscii(String domain) {
            current = domain;
            meeting.await();
            return twin.toAscii(current);
        }
    }
}
