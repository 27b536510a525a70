package dev.sspr.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.UnavailableException;
import dev.sspr.log.CapturedLog;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.Availability;
import dev.sspr.spi.CompositeStore;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MailDomains;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of each guarded role: a failure behind it names the role and says nothing else (R-LOG-4). */
@Tag("R-LOG-4")
class GuardedRolesTest {
    private static final String TEXT = "alice@example.org has no mailbox";

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(UserStore.class, "user-store"),
            Map.entry(FlowStore.class, "flow-store"),
            Map.entry(CounterStore.class, "counter-store"),
            Map.entry(MethodStore.class, "method-store"),
            Map.entry(Notifier.class, "notifier"),
            Map.entry(MfaVerifier.class, "mfa-verifier"),
            Map.entry(CredentialVerifier.class, "credential-verifier"),
            Map.entry(PasswordVerifier.class, "password-verifier"),
            Map.entry(SessionRevoker.class, "session-revoker"),
            Map.entry(Administrators.class, "administrators"),
            Map.entry(AdminAuthorizer.class, "admin-authorizer"),
            Map.entry(AccountUnlocker.class, "account-unlocker"),
            Map.entry(MailDomains.class, "mail-domains"),
            Map.entry(PhoneNumbers.class, "phone-numbers"));

    /** A method of a role, and how to guard an object that has it. */
    private record Call(Class<?> role, Method guard, Method method) {
        /** Makes the call; empty if it returned. */
        Optional<Throwable> thrown(InvocationHandler host) {
            Class<?>[] types = role == UserStore.class
                    ? new Class<?>[] {role, Availability.class, CompositeStore.class}
                    : new Class<?>[] {role};
            Object plugged = Proxy.newProxyInstance(role.getClassLoader(), types, host);
            try {
                method.setAccessible(true);
                method.invoke(guard.invoke(null, plugged), arguments());
                return Optional.empty();
            } catch (InvocationTargetException e) {
                return Optional.of(e.getCause());
            } catch (IllegalAccessException e) {
                throw new LinkageError("a role that cannot be called", e);
            }
        }

        Object[] arguments() {
            return Arrays.stream(method.getParameterTypes())
                    .map(type -> type == int.class ? (Object) 7 : type == long.class ? (Object) 8L : null)
                    .toArray();
        }

        @Override
        public String toString() {
            return role.getSimpleName() + "." + method.getName();
        }
    }

    private static List<Method> guards() {
        return Arrays.stream(GuardedRoles.class.getDeclaredMethods())
                .filter(guard -> Modifier.isPublic(guard.getModifiers()) && guard.getParameterCount() == 1)
                .filter(guard -> guard.getReturnType().getPackageName().equals("dev.sspr.spi"))
                .toList();
    }

    static List<Call> calls() {
        List<Call> all = new ArrayList<>();
        for (Method guard : guards()) {
            Class<?> role = guard.getReturnType();
            Stream<Class<?>> abilities =
                    role == UserStore.class ? Stream.of(Availability.class, CompositeStore.class) : Stream.empty();
            Stream.concat(Stream.of(role), abilities)
                    .flatMap(type -> Arrays.stream(type.getMethods()))
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .forEach(method -> all.add(new Call(role, guard, method)));
        }
        return all;
    }

    @Test
    void roles_haveEachAGuard() {
        assertThat(guards().stream().<Object>map(Method::getReturnType)).hasSameElementsAs(NAMES.keySet());
        assertThat(calls()).hasSizeGreaterThan(30);
    }

    /** What a call throws, if the library may say no more of it than the name of the role. */
    private static Optional<Throwable> thrown(Call call, InvocationHandler host) {
        List<Optional<Throwable>> thrown = new ArrayList<>();
        List<CapturedLog.Entry> logged = CapturedLog.during(() -> thrown.add(call.thrown(host)));
        assertThat(logged).hasSize(thrown.get(0).isPresent() ? 1 : 0);
        assertThat(logged).allSatisfy(entry -> assertThat(entry.text()).doesNotContain(TEXT));
        return thrown.get(0);
    }

    private static void assertNamesOnly(Call call, Optional<Throwable> thrown) {
        String role = Optional.ofNullable(NAMES.get(call.role())).orElseThrow();
        assertThat(thrown.orElseThrow())
                .isInstanceOf(UnavailableException.class)
                .hasMessage(new UnavailableException(role).getMessage())
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_thatFails_namesTheRoleOnly(Call call) {
        List<String> called = new ArrayList<>();

        Optional<Throwable> thrown = thrown(call, (proxy, method, args) -> {
            called.add(method.getName() + Arrays.toString(args == null ? new Object[0] : args));
            throw new IllegalStateException(TEXT, new IllegalArgumentException(TEXT));
        });

        assertNamesOnly(call, thrown);
        assertThat(called).containsExactly(call.method().getName() + Arrays.toString(call.arguments()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_thatThrowsTheExceptionOfTheLibrary_namesTheRoleOnly(Call call) {
        Optional<Throwable> thrown = thrown(call, (proxy, method, args) -> {
            throw new UnavailableException(TEXT);
        });

        assertNamesOnly(call, thrown);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_thatAnswersNull_namesTheRoleOnly(Call call) {
        Optional<Throwable> thrown = thrown(call, (proxy, method, args) -> null);

        if (call.method().getReturnType() == void.class) {
            assertThat(thrown).isEmpty();
        } else {
            assertNamesOnly(call, thrown);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_thatEndsInAnError_passesIt(Call call) {
        Error error = new LinkageError("a crash");

        assertThat(call.thrown((proxy, method, args) -> {
                    throw error;
                }))
                .containsSame(error);
    }

    @Test
    void userStore_withoutAbilities_isUpAndOne() {
        UserStore plain = (UserStore) Proxy.newProxyInstance(
                UserStore.class.getClassLoader(), new Class<?>[] {UserStore.class}, (proxy, method, args) -> null);

        UserStore guarded = GuardedRoles.users(plain);

        assertThat(((Availability) guarded).status()).isEqualTo(Availability.Status.UP);
        assertThat(((CompositeStore) guarded).parts()).isEqualTo(CompositeStore.Parts.ONE);
    }

    @Test
    void loginCanon_thatRefusesByException_hasNoCanonicalForm() {
        assertThat(GuardedRoles.logins(typed -> {
                            throw new IllegalArgumentException(TEXT);
                        })
                        .canonical("alice"))
                .isEmpty();
    }
}
