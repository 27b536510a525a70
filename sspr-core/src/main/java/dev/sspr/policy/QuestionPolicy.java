package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.Prompt.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Security questions: a legacy, off unless a reset policy names them, and never a proof by themselves (R-SQ-1).
 *
 * @param register how many a person chooses and answers, 3 to 5; default 5 (SQ-04)
 * @param reset how many of them are asked, 3 to 5 and at most {@code register}; default 3 (SQ-05)
 * @param custom the host's own questions beside the 35 bundled ones, at most {@link #MAX_CUSTOM}, each 3 to 200 characters
 *     (SQ-02). A person's answer is kept under the question's id: retire an id, do not give it to another question
 */
public record QuestionPolicy(int register, int reset, List<Question> custom) {
    /** The most questions of the host's own (SQ-02). */
    public static final int MAX_CUSTOM = 20;

    /** The form of a question's id. */
    public static final String ID = "[a-z][a-z0-9-]{0,31}";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    /**
     * Checks every number and every question.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public QuestionPolicy {
        Bounds.within("questions.register", register, 3, 5);
        Bounds.within("questions.reset", reset, 3, 5);
        if (reset > register) {
            throw new IllegalArgumentException(
                    "questions.reset must be at most questions.register, which is " + register + ", it is " + reset);
        }
        custom = List.copyOf(custom);
        Bounds.within("questions.custom", custom.size(), 0, MAX_CUSTOM);
        Set<String> ids = new HashSet<>();
        for (Question one : custom) {
            String text = one.text();
            if (!one.id().matches(ID)) {
                throw new IllegalArgumentException(
                        "questions.custom must have ids that match " + ID + ", not '" + one.id() + "'");
            }
            Bounds.within(
                    "questions.custom '" + one.id() + "', its length,",
                    text.codePointCount(0, text.length()),
                    SHORTEST,
                    LONGEST);
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException("questions.custom has two questions with the id " + one.id());
            }
        }
    }

    /**
     * The numbers of the {@code standard} preset: enough to register that a forgotten answer costs nothing.
     *
     * @return the defaults
     */
    public static QuestionPolicy standard() {
        return new QuestionPolicy(5, 3, List.of());
    }
}
