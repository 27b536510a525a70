package dev.sspr.spi.kit;

import java.lang.reflect.Method;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Makes every failure of a contract test begin with the clause that the test is called after. */
public final class NamesTheClause implements TestExecutionExceptionHandler {
    /** Made by JUnit. */
    public NamesTheClause() {}

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context.getRequiredTestMethod(), failure);
    }

    /**
     * Gives a failure the name of the clause.
     *
     * @param test the contract test
     * @param failure what it threw
     * @return the same if it is named already or says that the test was skipped, else one that names it
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
     * The clause that a test is called after.
     *
     * @param test such as {@code u6_parallelWrites_oneIsWritten}
     * @return such as {@code U6}
     */
    public static String clause(Method test) {
        String name = test.getName();
        return name.substring(0, name.indexOf('_')).toUpperCase(Locale.ROOT);
    }
}
