package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.log.CapturedLog;
import dev.sspr.policy.HoldPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryBreachedPasswords;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryNotifier;
import dev.sspr.spi.memory.InMemoryPhoneNumbers;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the report says of the settings of a builder. */
class SettingsReportTest {
    private static final UserStore SHARED = proxy(UserStore.class);

    private static <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            throw new AssertionError("not called when an instance is built");
        }));
    }

    private static List<UnsafeSetting> report(UserStore users, Set<Channel> channels, UnaryOperator<SsprBuilder> more) {
        try (Sspr sspr = more.apply(Sspr.builder(
                                users,
                                new InMemoryNotifier(EnumSet.copyOf(channels)),
                                SessionRevoker.hostHasNoSessions(),
                                SsprKey.ofHex(1, "07".repeat(31) + "08"))
                        .hostSweeps())
                .build()) {
            return sspr.report();
        }
    }

    private static List<String> settings(UserStore users, Set<Channel> channels, UnaryOperator<SsprBuilder> more) {
        return report(users, channels, more).stream()
                .map(UnsafeSetting::setting)
                .toList();
    }

    @Test
    @Tag("F2-S14")
    @DisplayName("F2-S14: a shared user store without shared stores, links and lists is reported setting by setting")
    void smallestHost_withASharedUserStore_isReported() {
        assertThat(settings(SHARED, Set.of(Channel.EMAIL), builder -> builder))
                .containsExactly(
                        "flowStore",
                        "counterStore",
                        "FlowContext.source",
                        "linkBase",
                        "breachedPasswords",
                        "password.reuse.onReset");
    }

    @Test
    @Tag("F2-S14")
    @DisplayName("F2-S14: stores in memory are named even if the host passes them itself")
    void storesInMemory_thatTheHostPasses_areReported() {
        assertThat(settings(
                        SHARED,
                        Set.of(Channel.EMAIL),
                        builder -> builder.flowStore(new InMemoryFlowStore())
                                .counterStore(new InMemoryCounterStore())
                                .methodStore(new InMemoryMethodStore())))
                .contains("flowStore", "counterStore", "methodStore");
    }

    @Test
    @Tag("F2-S14")
    @DisplayName("F2-S14: stores in memory beside accounts in memory are a test and no finding")
    void accountsInMemory_needNoSharedStores() {
        assertThat(settings(InMemoryUserStore.forTests(), Set.of(Channel.EMAIL), builder -> builder))
                .containsExactly("FlowContext.source", "linkBase", "breachedPasswords");
    }

    @Test
    @Tag("F2-S14")
    @DisplayName("F2-S14: with everything set, only what the host alone can know is left")
    void everythingSet_leavesTheSource() {
        assertThat(settings(
                        InMemoryUserStore.forTests(),
                        Set.of(Channel.EMAIL, Channel.SMS),
                        builder -> builder.linkBase(URI.create("https://example.org/account"))
                                .methodStore(new InMemoryMethodStore())
                                .breachedPasswords(new InMemoryBreachedPasswords())
                                .phoneNumbers(new InMemoryPhoneNumbers())
                                .policy(SsprPolicy.standard().registration(it -> it.callingCodes(Set.of("31"))))))
                .containsExactly("FlowContext.source");
    }

    @Test
    @Tag("F2-S14")
    @DisplayName(
            "F2-S14: entra's year for a first method, its missing quarantine and its acknowledged risks are reported")
    void entra_isReported() {
        List<UnsafeSetting> report = report(
                InMemoryUserStore.forTests(),
                Set.of(Channel.EMAIL, Channel.SMS),
                builder -> builder.policy(SsprPolicy.entra()).methodStore(new InMemoryMethodStore()));

        assertThat(report)
                .extracting(UnsafeSetting::setting)
                .contains(
                        "registration.firstWindow",
                        "registration.quarantine",
                        "registration.callingCodes",
                        "phoneNumbers",
                        "reset.hold",
                        "reset.methods.sms-code");
        assertThat(report)
                .filteredOn(one -> one.setting().equals("registration.firstWindow"))
                .singleElement()
                .satisfies(one -> assertThat(one.consequence()).contains("365 days"));
        assertThat(report).allSatisfy(one -> {
            assertThat(one.consequence()).endsWith(".");
            assertThat(one.remedy()).endsWith(".");
        });
    }

    @Test
    @Tag("F2-S14")
    @DisplayName("F2-S14: start-up logs one line that names every setting of the report")
    void start_logsOneLine() {
        List<CapturedLog.Entry> lines = CapturedLog.during(() -> {
            List<UnsafeSetting> unused = report(SHARED, Set.of(Channel.EMAIL), builder -> builder);
        });

        assertThat(lines)
                .filteredOn(line -> line.text().contains("Sspr.report()"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.text()).contains(settings(SHARED, Set.of(Channel.EMAIL), builder -> builder)));
    }

    @Test
    @Tag("R-HOLD-1")
    @DisplayName("R-HOLD-1: a hold ends at zero by name only, and the report says so")
    void hold_isDisabledByNameOnly() {
        assertThatThrownBy(() -> SsprPolicy.standard().reset(reset -> reset.hold(hold -> hold.period(Duration.ZERO))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reset.hold.period");
        assertThatThrownBy(() -> HoldPolicy.standard().phishingResistant(Set.of(MethodKind.PUSH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reset.hold.phishingResistant");

        assertThat(settings(
                        InMemoryUserStore.forTests(),
                        Set.of(Channel.EMAIL),
                        builder -> builder.policy(SsprPolicy.standard().reset(reset -> reset.noHoldAfterReset()))
                                .methodStore(new InMemoryMethodStore())))
                .contains("reset.hold");
        assertThat(settings(
                        InMemoryUserStore.forTests(),
                        Set.of(Channel.EMAIL),
                        builder -> builder.methodStore(new InMemoryMethodStore())))
                .doesNotContain("reset.hold");
    }
}
