package dev.sspr.spi.broken;

import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.kit.NamesTheClause;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a contract class the way JUnit does, and keeps the failures instead of reporting them. */
final class KitRunner {
    private KitRunner() {}

    /** A test that failed. */
    record Failure(String test, String clause, String message) {}

    static List<Failure> run(Supplier<Contract> fixture) {
        List<Failure> failures = new ArrayList<>();
        for (Method test : tests(fixture.get().getClass())) {
            test.setAccessible(true);
            try {
                test.invoke(fixture.get());
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof TestAbortedException)) {
                    String message = NamesTheClause.named(test, e.getCause()).getMessage();
                    failures.add(new Failure(test.getName(), NamesTheClause.clause(test), message));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("cannot run " + test, e);
            }
        }
        return failures;
    }

    static List<Method> tests(Class<?> contract) {
        List<Method> tests = new ArrayList<>();
        for (Class<?> level = contract; level != null; level = level.getSuperclass()) {
            for (Method method : level.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    tests.add(method);
                }
            }
        }
        return tests;
    }
}
