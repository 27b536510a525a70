package dev.sspr.spi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a person brought back for a challenge. It is untrusted, and no longer than its kind allows (R-INJ-3). */
public sealed interface Response {
    /** The most characters that something typed can have; longer ones never reach a verifier. */
    int MAX_LENGTH = 128;
    /** The most characters that what a browser made of a passkey can have. */
    int MAX_JSON = 16_384;
    /** The most answers there can be at once. */
    int MAX_ANSWERS = 5;

    /**
     * The text itself, as one: two responses with equal texts are one response sent twice.
     *
     * @return the secret as it came
     */
    Secret secret();

    /**
     * Whether it is short enough for a verifier to look at.
     *
     * @return false for one that is refused unseen
     */
    default boolean fits() {
        return secret().length() <= MAX_LENGTH;
    }

    /**
     * A code, typed.
     *
     * @param secret what was typed, with spaces and all
     */
    record Typed(Secret secret) implements Response {
        /** Checks the secret. */
        public Typed {
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * The secret part of a link.
     *
     * @param secret exactly as the verifier made it
     */
    record Link(Secret secret) implements Response {
        /** Checks the secret. */
        public Link {
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * Answers to the questions of a {@link Prompt.Questions}, in its order.
     *
     * @param answers as they were typed, at most {@link Response#MAX_ANSWERS}
     */
    record Answers(List<Secret> answers) implements Response {
        /** Copies the list. */
        public Answers {
            answers = List.copyOf(answers);
        }

        @Override
        public Secret secret() {
            StringBuilder all = new StringBuilder();
            for (Secret answer : answers) {
                answer.exposeTo(chars -> all.append(chars.length).append(':').append(chars));
            }
            Secret joined = Secret.of(all);
            all.setLength(0);
            return joined;
        }

        @Override
        public boolean fits() {
            return answers.size() <= MAX_ANSWERS && answers.stream().allMatch(one -> one.length() <= MAX_LENGTH);
        }
    }

    /**
     * Questions that the person chose at an enrolment, out of those of a {@link Prompt.Questions}, with their answers.
     *
     * @param choices as they were made, at most {@link Response#MAX_ANSWERS}
     */
    record Chosen(List<Choice> choices) implements Response {
        /**
         * A question and its answer.
         *
         * @param question the question's id; 1 to 32 characters
         * @param answer as it was typed
         */
        public record Choice(String question, Secret answer) {
            /** Checks the parts. */
            public Choice {
                Text.opaque("question id", question, 32);
                Objects.requireNonNull(answer, "answer");
            }
        }

        /** Copies the list. */
        public Chosen {
            choices = List.copyOf(choices);
        }

        @Override
        public Secret secret() {
            List<Secret> parts = choices.stream()
                    .flatMap(one -> Stream.of(Secret.of(one.question()), one.answer()))
                    .toList();
            return new Answers(parts).secret();
        }

        @Override
        public boolean fits() {
            return choices.size() <= MAX_ANSWERS
                    && choices.stream().allMatch(one -> one.answer().length() <= MAX_LENGTH);
        }
    }

    /**
     * What the browser made of a passkey: the {@code PublicKeyCredential} as JSON (WebAuthn level 3, section 5.1).
     *
     * @param secret the JSON text, at most {@link Response#MAX_JSON} characters
     */
    record PublicKey(Secret secret) implements Response {
        /** Checks the secret. */
        public PublicKey {
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public boolean fits() {
            return secret.length() <= MAX_JSON;
        }
    }

    /** Asks whether the person has answered on the device by now; it brings nothing itself, and costs no guess. */
    record Poll() implements Response {
        private static final Secret NOTHING = Secret.of("");

        @Override
        public Secret secret() {
            return NOTHING;
        }
    }
}
