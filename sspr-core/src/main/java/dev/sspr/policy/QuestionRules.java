package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.Prompt.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Security questions, a legacy method. They are off unless a {@link ResetPolicy} names them, and never the only proof (R-SQ-1).
 *
 * @param register questions that a user chooses and answers, 3 to 5; default 5, so that one forgotten answer does no harm
 *     (SQ-04)
 * @param reset questions that a reset asks, 3 to 5 and at most {@code register}; default 3 (SQ-05)
 * @param custom the host's own questions beside the 35 bundled ones, at most {@link #MAX_CUSTOM}, each of 3 to 200
 *     characters; default none (SQ-02). The library stores an answer under the id of its question: never give the id of a
 *     withdrawn question to another one
 */
public record QuestionRules(int register, int reset, List<Question> custom) {
    /** Maximum number of the host's own questions (SQ-02). */
    public static final int MAX_CUSTOM = 20;

    /** Form of a question's id, as a regular expression. */
    public static final String ID = "[a-z][a-z0-9-]{0,31}";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    /** Checks every number and every question; a message names the setting that is out of bounds. */
    public QuestionRules {
        Bounds.within("methods.questions.register", register, 3, 5);
        Bounds.within("methods.questions.reset", reset, 3, 5);
        Bounds.atMost("methods.questions.reset", reset, "methods.questions.register", register);
        custom = List.copyOf(custom);
        Bounds.within("methods.questions.custom", custom.size(), 0, MAX_CUSTOM);
        Set<String> ids = new HashSet<>();
        for (Question one : custom) {
            String text = one.text();
            if (!one.id().matches(ID)) {
                throw new IllegalArgumentException(
                        "methods.questions.custom must have ids that match " + ID + ", not '" + one.id() + "'");
            }
            Bounds.within(
                    "methods.questions.custom '" + one.id() + "', its length,",
                    text.codePointCount(0, text.length()),
                    SHORTEST,
                    LONGEST);
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException(
                        "methods.questions.custom has two questions with the id " + one.id());
            }
        }
    }

    /** {@return the values of every preset} */
    public static QuestionRules standard() {
        return new QuestionRules(5, 3, List.of());
    }

    /** {@return a copy with another number of questions to register, 3 to 5} */
    public QuestionRules register(int register) {
        return new QuestionRules(register, reset, custom);
    }

    /** {@return a copy with another number of questions in a reset, 3 to 5} */
    public QuestionRules reset(int reset) {
        return new QuestionRules(register, reset, custom);
    }

    /** {@return a copy with other questions of the host's own} */
    public QuestionRules custom(List<Question> custom) {
        return new QuestionRules(register, reset, custom);
    }
}
