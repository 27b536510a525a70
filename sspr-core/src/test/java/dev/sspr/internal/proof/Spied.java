package dev.sspr.internal.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** One call to a role of the host, caught on its way. */
public final class Spied {
    final Method method;
    final Object[] args;
    private final Class<?> role;
    private final Object target;

    private Spied(Class<?> role, Method method, Object[] args, Object target) {
        this.role = role;
        this.method = method;
        this.args = args;
        this.target = target;
    }

    /** What a tester makes of a call. */
    public interface Around {
        Object pass(Spied call) throws Throwable;
    }

    /** Does the call. */
    public Object go() throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    String name() {
        return role.getSimpleName() + "." + method.getName();
    }

    boolean is(String name) {
        return name().equals(name);
    }

    /** A role whose every call passes a tester. */
    public static <T> T by(Around around, Class<T> role, T target) {
        return through(around, role, target);
    }

    /** Several roles in one, which the target has without saying so. */
    public static <T> T through(Around around, Class<T> role, Object target) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(),
                new Class<?>[] {role},
                (proxy, method, args) -> method.getDeclaringClass() == Object.class
                                || method.getName().equals("kind")
                                || method.getName().equals("channels")
                        ? method.invoke(target, args)
                        : around.pass(new Spied(role, method, args == null ? new Object[0] : args, target))));
    }
}
