package dev.sspr;

import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds every setting of every policy by reflection. */
final class PolicySettings {
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

    /** The numbers that bound another one stand at its end, so that the other has its whole range. */
    static final SsprPolicy WIDE = SsprPolicy.standard()
            .methods(methods -> methods.accessPasses(
                    passes -> passes.life(Duration.ofMinutes(10)).longest(Duration.ofDays(30))))
            .lockout(lockout -> lockout.first(Duration.ofSeconds(5)));

    static final RecoveryPolicy RECOVERY = RecoveryPolicy.careful().warning(Duration.ZERO);

    private PolicySettings() {}

    /** One setting of a policy, and the path by which a host reaches it. */
    record PolicySetting(String path, Object policy, Method accessor) {
        Object value() throws ReflectiveOperationException {
            return accessor.invoke(policy);
        }

        Optional<Method> copying(Class<?> parameter) {
            return Arrays.stream(policy.getClass().getMethods())
                    .filter(method -> method.getName().equals(accessor.getName()))
                    .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {parameter}))
                    .filter(method -> method.getReturnType() == policy.getClass())
                    .findFirst();
        }

        /** Calls the copying method, and throws what it throws. */
        PolicySetting copy(Object value) throws Throwable {
            try {
                Method copying = copying(accessor.getReturnType()).orElseThrow();
                return new PolicySetting(path, copying.invoke(policy, value), accessor);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        boolean isPart() {
            return isPolicy(accessor.getReturnType());
        }

        boolean isNumber() {
            return BoundsTest.NUMBERS.contains(accessor.getReturnType());
        }
    }

    static List<PolicySetting> all() {
        return Stream.concat(of("", WIDE).stream(), of("recovery.", RECOVERY).stream())
                .toList();
    }

    static PolicySetting named(String path) {
        return all().stream()
                .filter(setting -> setting.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    static List<PolicySetting> of(String prefix, Object policy) {
        List<PolicySetting> settings = new ArrayList<>();
        for (Method accessor : accessors(policy.getClass())) {
            PolicySetting setting = new PolicySetting(prefix + accessor.getName(), policy, accessor);
            settings.add(setting);
            if (setting.isPart()) {
                try {
                    settings.addAll(of(setting.path() + '.', setting.value()));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
            }
        }
        return settings;
    }

    private static boolean isPolicy(Class<?> type) {
        return type.getPackage() == SsprPolicy.class.getPackage() && !type.isEnum();
    }

    private static List<Method> accessors(Class<?> policy) {
        if (policy.isRecord()) {
            return Arrays.stream(policy.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
        return Arrays.stream(policy.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !OF_OBJECT.contains(method.getName()))
                .toList();
    }
}
