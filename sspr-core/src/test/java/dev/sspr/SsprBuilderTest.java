package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.LoginCanon;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.memory.InMemoryAuditSink;
import dev.sspr.spi.memory.InMemoryBreachedPasswords;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryUserStore;
import dev.sspr.spi.memory.ScriptedVerifier;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-CFG-1")
@Tag("R-CFG-2")
class SsprBuilderTest {
    private static final SsprKey KEY = SsprKey.ofHex(1, "00112233445566778899aabbccddeeff".repeat(2));
    private static final MethodKind PUSH = new MethodKind("push");

    static final ResetPolicy MAIL_ONLY =
            ResetPolicy.standard().methods(List.of(new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE)));

    static SsprBuilder builder(Set<Channel> channels) {
        return Sspr.builder(
                InMemoryUserStore.forTests(), new InMemoryNotifier(channels), SessionRevoker.hostHasNoSessions(), KEY);
    }

    static SsprBuilder builder() {
        return builder(EnumSet.of(Channel.EMAIL));
    }

    static void builds(SsprBuilder builder) {
        try (Sspr sspr = builder.executor(task -> {}).hostSweeps().build()) {
            assertThat(sspr.passwordReset()).isNotNull();
        }
    }

    static SsprPolicy methods(MethodRule... rules) {
        return SsprPolicy.standard().reset(reset -> reset.methods(List.of(rules)));
    }

    @Nested
    class TheLinkBase {
        @ParameterizedTest
        @Tag("R-NOT-5")
        @Tag("V-HOST-3")
        @ValueSource(
                strings = {
                    "http://example.org/reset",
                    "ftp://example.org/reset",
                    "https://user@example.org/reset",
                    "https://user:secret@example.org/reset",
                    "https://example.org/reset?next=x",
                    "https://example.org/reset?",
                    "https://example.org/reset#here",
                    "https://example.org/reset#",
                    "https:/reset",
                    "https:///reset",
                    "/reset",
                    "reset",
                    "mailto:x@example.org",
                    "javascript:alert(1)",
                    "http://localhost.evil.example/",
                    "http://127.0.0.1.evil.example/",
                    "https://exa_mple.org/reset",
                    "",
                })
        void address_thatCannotCarryALink_isRefusedByName(String address) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().linkBase(URI.create(address)))
                    .withMessageContaining("linkBase");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.org",
                    "https://example.org:8443/a/b",
                    "http://localhost:8080/reset",
                    "http://127.0.0.1/reset",
                    "http://[::1]/reset",
                })
        void address_withHostAndHttps_orLoopback_isTaken(String address) {
            builds(builder().linkBase(URI.create(address)));
        }
    }

    @Nested
    class TheNames {
        @ParameterizedTest
        @Tag("R-UNI-6")
        @ValueSource(strings = {"", "\0", "a\nb", "\u202eevil", "\ud800", "zero\u200bwidth"})
        void tenant_odd_isRefusedByName(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().tenant(name))
                    .withMessageContaining("tenant");
        }

        @ParameterizedTest
        @Tag("R-NOT-10")
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\0",
                    "a\r\nBcc: x@example.org",
                    "\u202eevil",
                    "\ud800",
                    "zero\u200bwidth",
                    "Example: mail"
                })
        void serviceName_odd_isRefusedByName(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().serviceName(name))
                    .withMessageContaining("serviceName");
        }

        @Test
        void names_ofMoreThan64Characters_areRefusedByName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().tenant("x".repeat(65)))
                    .withMessageContaining("tenant");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder().serviceName("x".repeat(65)))
                    .withMessageContaining("serviceName");
            builds(builder().tenant("x".repeat(64)).serviceName("\u010cesk\u00e1 po\u0161ta ".repeat(4)));
        }
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                setting("flowStore", it -> it.flowStore(new InMemoryFlowStore())),
                setting("counterStore", it -> it.counterStore(new InMemoryCounterStore())),
                setting("auditSink", it -> it.auditSink(new InMemoryAuditSink())),
                setting("policy", it -> it.policy(SsprPolicy.standard())),
                setting("breachedPasswords", it -> it.breachedPasswords(new InMemoryBreachedPasswords())),
                setting("linkBase", it -> it.linkBase(URI.create("https://example.org"))),
                setting("loginCanon", it -> it.loginCanon(LoginCanon.usernameCaseMapped())),
                setting("tenant", it -> it.tenant("t")),
                setting("serviceName", it -> it.serviceName("s")),
                setting("clock", it -> it.clock(InstantSource.system())),
                setting("random", it -> it.random(new SecureRandom())),
                setting("executor", it -> it.executor(Runnable::run)),
                setting("hostSweeps", SsprBuilder::hostSweeps));
    }

    private static Arguments setting(String name, UnaryOperator<SsprBuilder> set) {
        return Arguments.of(name, set);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void setting_twice_isRefusedByName(String name, UnaryOperator<SsprBuilder> set) {
        SsprBuilder once = set.apply(builder());

        assertThatIllegalStateException().isThrownBy(() -> set.apply(once)).withMessage(name + " is set twice");
    }

    @Test
    void arguments_null_areRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> builder().flowStore(null))
                .withMessage("flowStore");
        assertThatNullPointerException()
                .isThrownBy(() -> builder().executor(null))
                .withMessage("executor");
        assertThatNullPointerException()
                .isThrownBy(() -> builder().verifier(null))
                .withMessage("verifier");
        assertThatNullPointerException()
                .isThrownBy(() -> builder().alsoNotify(null))
                .withMessage("notifier");
        assertThatNullPointerException()
                .isThrownBy(() -> Sspr.builder(InMemoryUserStore.forTests(), new InMemoryNotifier(), null, KEY))
                .withMessage("sessions");
    }

    @Nested
    class TheMethods {
        @Test
        void kind_ofThePolicyThatNothingCarries_isRefusedByName() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder()
                            .policy(methods(
                                    new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                                    new MethodRule(MethodKind.SMS_CODE, Use.WITH_ANOTHER)))
                            .build())
                    .withMessageContaining("reset.methods")
                    .withMessageContaining("sms-code");
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder()
                            .policy(methods(new MethodRule(PUSH, Use.ALONE)))
                            .build())
                    .withMessageContaining("push");
        }

        @Test
        void notifier_forPhonesOnly_leavesNothingThatComesFirst() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder(EnumSet.of(Channel.SMS)).build())
                    .withMessageContaining("reset.methods");
        }

        /** The host did not write the methods of a preset, so they are cut to those that exist. */
        @Test
        void preset_withAnotherNumber_needsNoMoreThanThePreset() {
            builds(builder().policy(SsprPolicy.standard().reset(reset -> reset.proofs(2))));
            builds(builder().policy(SsprPolicy.entra().reset(reset -> reset.proofs(2))));
        }

        @Test
        void notifier_forMailsOnly_isEnoughForTheDefault() {
            builds(builder());
        }

        @Test
        void kind_ofTheHost_isCarriedByItsVerifier() {
            builds(builder().verifier(new ScriptedVerifier(PUSH)).policy(methods(new MethodRule(PUSH, Use.ALONE))));
        }

        @Test
        void kind_twice_isRefused() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder()
                            .verifier(new ScriptedVerifier(PUSH))
                            .verifier(new ScriptedVerifier(PUSH))
                            .build())
                    .withMessageContaining("push");
        }
    }

    @Test
    void clock_thatTellsNanoseconds_isCutToMilliseconds() {
        Instant precise = Instant.parse("2026-01-01T00:00:00.123456789Z");
        try (Sspr sspr =
                builder().clock(() -> precise).executor(task -> {}).hostSweeps().build()) {
            StartResult started = sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH));

            Instant expiresAt = ((StartResult.Started) started).expiresAt();
            assertThat(expiresAt).isEqualTo(expiresAt.truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
