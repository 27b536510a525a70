package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.CallObserver;
import dev.sspr.fixture.CountedHmac;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever registers a mailbox or a phone does not learn whether another account has it: not by the answers, nor by what
 * the calling thread asks of the host, nor by the digests it makes.
 */
@Tag("R-ENUM-8")
class RegistrationUniformityTest {
    private static final String MAIL = "shared@example.net";
    private static final String PHONE = "+31612345678";

    /** Who else has the address. */
    private enum Other {
        NOBODY,
        GIVEN,
        REGISTERED,
        CONFIRMING,
        DISABLED,
        MANY
    }

    private static String address(MethodKind kind) {
        return kind.equals(MethodKind.EMAIL_CODE) ? MAIL : PHONE;
    }

    /** The same days pass, whoever else has the address. */
    private static RegistrationFixture host(Other other, MethodKind kind) {
        RegistrationFixture registrationFixture = new RegistrationFixture();
        int people = other == Other.MANY ? 7 : 1;
        for (int i = 0; i < 7; i++) {
            Channel channel = kind.equals(MethodKind.EMAIL_CODE) ? Channel.EMAIL : Channel.SMS;
            String given = other == Other.GIVEN ? address(kind) : channel == Channel.EMAIL ? "o@example.net" : "+3161";
            if (other == Other.GIVEN || channel == Channel.EMAIL) {
                registrationFixture.add("n" + i, new Destination("d", channel, given));
            } else {
                registrationFixture.add("n" + i);
            }
            UserId user = new UserId("u-n" + i);
            if (other.compareTo(Other.REGISTERED) >= 0 && i < people) {
                FlowHandle open = registrationFixture.opened(user);
                if (other == Other.CONFIRMING) {
                    registrationFixture.registration.enrol(open, kind, address(kind));
                } else {
                    registrationFixture.withAddress(open, kind, address(kind));
                }
            }
            if (other == Other.DISABLED) {
                registrationFixture.users.setStatus(user, AccountStatus.DISABLED);
            }
            registrationFixture.advance(Duration.ofDays(1));
        }
        registrationFixture.now =
                registrationFixture.now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        return registrationFixture;
    }

    /** One registration by somebody else, from the first page to the removal; what was seen of each act. */
    private static <R> Map<String, R> acts(
            RegistrationFixture registrationFixture,
            MethodKind kind,
            Registration registration,
            Function<Supplier<?>, R> seen) {
        Map<String, R> acts = new LinkedHashMap<>();
        FlowHandle[] handle = new FlowHandle[1];
        acts.put("begin", seen.apply(() -> {
            BeginResult.Started started = (BeginResult.Started)
                    registration.begin(registrationFixture.signIn(), FlowContext.of(Locale.ENGLISH));
            handle[0] = started.handle();
            return started.info();
        }));
        String address = address(kind);
        acts.put("enrol", seen.apply(() -> registration.enrol(handle[0], kind, address)));
        acts.put("resend", seen.apply(() -> registration.resend(handle[0])));
        registrationFixture.advance(Duration.ofSeconds(60));
        acts.put("resend later", seen.apply(() -> registration.resend(handle[0])));
        acts.put("wrong", seen.apply(() -> registration.confirm(handle[0], typed(Secret.of("WRONG")))));
        Secret code = registrationFixture.codeTo(address);
        acts.put("confirm", seen.apply(() -> registration.confirm(handle[0], typed(code))));
        acts.put("again", seen.apply(() -> registration.enrol(handle[0], kind, address)));
        acts.put("list", seen.apply(() -> registration.list(handle[0])));
        String id = registration.list(handle[0]).orElseThrow().methods().get(0).id();
        acts.put("name", seen.apply(() -> registration.rename(handle[0], id, "mine")));
        acts.put("remove", seen.apply(() -> registration.remove(handle[0], id)));
        acts.put("undo", seen.apply(() -> registration.undo(registrationFixture.undo())));
        return acts;
    }

    private static Response typed(Secret code) {
        return new Response.Typed(code);
    }

    private static Map<String, String> heard(Other other, MethodKind kind, Executor executor) {
        RegistrationFixture registrationFixture = host(other, kind);
        CallObserver observer = new CallObserver();
        Registration registration = registrationFixture
                .over(SsprPolicy.standard(), observer, executor)
                .registration();
        return acts(registrationFixture, kind, registration, observer::of);
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, email-code",
        "REGISTERED, email-code",
        "CONFIRMING, email-code",
        "DISABLED, email-code",
        "MANY, email-code",
        "GIVEN, sms-code",
        "REGISTERED, sms-code",
        "CONFIRMING, sms-code",
        "DISABLED, sms-code",
        "MANY, sms-code"
    })
    void address_ofAnotherAccount_isHeardNowhere(Other other, String kind) {
        MethodKind of = new MethodKind(kind);

        assertThat(heard(other, of, later -> {})).isEqualTo(heard(Other.NOBODY, of, later -> {}));
    }

    /** A run in which this is not found is void. */
    @Test
    void count_onTheCallingThread_isHeard() {
        assertThat(heard(Other.MANY, MethodKind.SMS_CODE, Runnable::run))
                .isNotEqualTo(heard(Other.NOBODY, MethodKind.SMS_CODE, Runnable::run));
    }

    private static Map<String, Long> digests(Other other) {
        RegistrationFixture registrationFixture = host(other, MethodKind.EMAIL_CODE);
        Registration registration = registrationFixture
                .over(SsprPolicy.standard(), observed -> observed.go(), later -> {})
                .registration();
        return acts(registrationFixture, MethodKind.EMAIL_CODE, registration, act -> {
            long before = CountedHmac.made();
            assertThat(act.get()).isNotNull();
            return CountedHmac.made() - before;
        });
    }

    @ParameterizedTest
    @EnumSource(value = Other.class, mode = EnumSource.Mode.EXCLUDE, names = "NOBODY")
    void digests_forAnAddressOfAnotherAccount_areAsMany(Other other) {
        Provider counting = CountedHmac.provider();
        Security.insertProviderAt(counting, 1);
        try {
            Map<String, Long> made = digests(Other.NOBODY);
            assertThat(made.get("enrol")).as("the count works").isPositive();
            assertThat(digests(other)).isEqualTo(made);
        } finally {
            Security.removeProvider(counting.getName());
        }
    }

    /** Whoever holds no link learns nothing of a change; whoever holds one learns three words and no name. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "last"})
    @Tag("V-BIND-1")
    void undoLink_forged_isUnknownWhateverHasChanged(String forged) {
        RegistrationFixture registrationFixture = new RegistrationFixture();
        registrationFixture.withAddress(registrationFixture.opened(), MethodKind.EMAIL_CODE, MAIL);
        String link = registrationFixture.undo().exposeTo(String::new);
        char last = link.charAt(link.length() - 2);
        String bent = link.substring(0, link.length() - 2) + (last == 'A' ? 'B' : 'A') + link.charAt(link.length() - 1);
        CallObserver observer = new CallObserver();
        Registration registration = registrationFixture
                .over(SsprPolicy.standard(), observer, later -> {})
                .registration();

        String heard = observer.of(() -> registration.undo(Secret.of(forged.equals("last") ? bent : forged)));

        assertThat(heard).endsWith("result UNKNOWN ").doesNotContain("replace(", "send(", "store(");
    }
}
