package dev.sspr.spi.kit;

import java.lang.reflect.Method;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Prefixes every failure of a contract test with the clause in the test's name. */
public final class NamesTheClause implements TestExecutionExceptionHandler {
    /** JUnit creates the extension. */
    public NamesTheClause() {}

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context.getRequiredTestMethod(), failure);
    }

    /**
     * Prefixes a failure with the clause.
     *
     * @param test the contract test
     * @param failure the test's failure
     * @return the same failure if it has the prefix or says that the test was skipped, else one with the prefix
     */
    public static Throwable named(Method test, Throwable failure) {
        String clause = clause(test);
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof TestAbortedException || message.startsWith(clause + ":")) {
            return failure;
        }
        if (message.startsWith("[" + clause + ":")) {
            return new AssertionError(message.substring(1).replaceFirst("]", ""), failure);
        }
        return new AssertionError(clause + ": " + failure, failure);
    }

    /**
     * The clause in a test's name.
     *
     * @param test such as {@code u6_parallelWrites_oneIsWritten}
     * @return such as {@code U6}
     */
    public static String clause(Method test) {
        String name = test.getName();
        return name.substring(0, name.indexOf('_')).toUpperCase(Locale.ROOT);
    }
}
