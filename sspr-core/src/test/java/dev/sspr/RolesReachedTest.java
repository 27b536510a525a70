package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.ResetPolicy.SecondFactor;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.Administrators;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Channel;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MailDomains;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserStore;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a library that is built, only a guard reaches a role of the host (R-LOG-4). */
@Tag("R-LOG-4")
class RolesReachedTest {
    /** What calls these roles looks after their failures itself. */
    private static final Map<String, Set<String>> OTHERS =
            Map.of("AuditSink", Set.of("Auditor", "Environment"), "BreachedPasswords", Set.of("TimeLimited"));

    private final IdentityHashMap<Object, String> roles = new IdentityHashMap<>();
    private final Map<String, Set<String>> holders = new TreeMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private <T> T role(Class<T> type, Class<?>... also) {
        Class<?>[] types = Stream.concat(Stream.of(type), Arrays.stream(also)).toArray(Class<?>[]::new);
        Object made = Proxy.newProxyInstance(
                type.getClassLoader(), types, (proxy, method, args) -> switch (method.getName()) {
                    case "kind" -> new MethodKind(type == MfaVerifier.class ? "pushed" : "kept");
                    case "channels" -> Set.of(Channel.EMAIL, Channel.SMS);
                    case "equals" -> proxy == args[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> type.getSimpleName();
                });
        roles.put(made, type.getSimpleName());
        return type.cast(made);
    }

    private Sspr built() {
        byte[] key = new byte[32];
        key[0] = 1;
        Arrays.fill(key, 1, 32, (byte) 7);
        return Sspr.builder(
                        role(UserStore.class, PasswordVerifier.class),
                        role(Notifier.class),
                        role(SessionRevoker.class),
                        SsprKey.of(1, key))
                .verifier(role(MfaVerifier.class))
                .credentialVerifier(role(CredentialVerifier.class))
                .methodStore(role(MethodStore.class))
                .unlocker(role(AccountUnlocker.class))
                .breachedPasswords(role(BreachedPasswords.class))
                .phoneNumbers(role(PhoneNumbers.class))
                .mailDomains(role(MailDomains.class))
                .flowStore(role(FlowStore.class))
                .counterStore(role(CounterStore.class))
                .auditSink(role(AuditSink.class))
                .adminAuthorizer(role(AdminAuthorizer.class))
                .administrators(role(Administrators.class))
                .recovery(RecoveryPolicy.careful())
                .policy(SsprPolicy.standard().reset(reset -> reset.secondFactor(SecondFactor.OPTIONAL)))
                .linkBase(URI.create("https://example.org/account"))
                .executor(Runnable::run)
                .hostSweeps()
                .build();
    }

    private static Set<String> taken() {
        Stream<Method> builder = Arrays.stream(SsprBuilder.class.getMethods());
        Stream<Method> first = Arrays.stream(Sspr.class.getMethods())
                .filter(one -> one.getName().equals("builder"));
        return Stream.concat(builder, first)
                .flatMap(one -> Arrays.stream(one.getParameterTypes()))
                .filter(type -> type.isInterface() && type.getPackageName().equals("dev.sspr.spi"))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    @Test
    void role_ofABuiltLibrary_isReachedThroughItsGuardOnly() throws IllegalAccessException {
        walk(built(), "the test");

        assertThat(holders.keySet()).isEqualTo(taken());
        holders.forEach((role, by) -> {
            Set<String> wrong = new HashSet<>(by);
            wrong.removeIf(holder -> holder.startsWith("Guarded"));
            assertThat(wrong).as(role).isEqualTo(OTHERS.getOrDefault(role, Set.of()));
        });
    }

    private void walk(Object object, String holder) throws IllegalAccessException {
        String role = roles.get(object);
        if (role != null) {
            holders.computeIfAbsent(role, unused -> new TreeSet<>()).add(holder);
            return;
        }
        if (!seen.add(object)) {
            return;
        }
        if (object instanceof Optional<?> optional && optional.isPresent()) {
            walk(optional.get(), holder);
        } else if (object instanceof Iterable<?> many && !(object instanceof java.nio.file.Path)) {
            for (Object one : many) {
                walk(one, holder);
            }
        } else if (object instanceof Map<?, ?> map) {
            for (Object one : map.values()) {
                walk(one, holder);
            }
        } else if (ours(object.getClass())) {
            fields(object);
        }
    }

    private static boolean ours(Class<?> type) {
        return type.getPackageName().startsWith("dev.sspr");
    }

    private void fields(Object object) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); ours(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    Object value = field.get(object);
                    if (value != null) {
                        walk(value, object.getClass().getSimpleName());
                    }
                }
            }
        }
    }
}
