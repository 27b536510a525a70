package dev.sspr.spi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A user's response to a challenge. It is untrusted, and its kind limits its length (R-INJ-3). */
public sealed interface Response {
    /** The most characters of a typed response; a longer one never reaches a verifier. */
    int MAX_LENGTH = 128;
    /** The most characters of a passkey response. */
    int MAX_JSON = 16_384;
    /** The most answers in one response. */
    int MAX_ANSWERS = 5;

    /**
     * The response as one text. Two responses with equal texts are one response sent twice.
     *
     * @return the secret as it was received
     */
    Secret secret();

    /**
     * Whether it is short enough for a verifier.
     *
     * @return false if it is refused unread
     */
    default boolean fits() {
        return secret().length() <= MAX_LENGTH;
    }

    /**
     * A typed code.
     *
     * @param secret the typed text, with its spaces
     */
    record Typed(Secret secret) implements Response {
        /** Checks that there is a secret. */
        public Typed {
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * The secret of a link.
     *
     * @param secret exactly as the verifier made it
     */
    record Link(Secret secret) implements Response {
        /** Checks that there is a secret. */
        public Link {
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * Answers to the questions of a {@link Prompt.Questions}, in the same order.
     *
     * @param answers the answers as typed, at most {@link Response#MAX_ANSWERS}
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
     * Questions that the user chose at an enrolment from a {@link Prompt.Questions}, with their answers.
     *
     * @param choices the questions and answers, at most {@link Response#MAX_ANSWERS}
     */
    record Chosen(List<Choice> choices) implements Response {
        /**
         * A question and its answer.
         *
         * @param question the question's id; 1 to 32 characters
         * @param answer the answer as typed
         */
        public record Choice(String question, Secret answer) {
            /** Checks the question's id. */
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
     * The browser's passkey response: the {@code PublicKeyCredential} as JSON (WebAuthn level 3, section 5.1).
     *
     * @param secret the JSON text, at most {@link Response#MAX_JSON} characters
     */
    record PublicKey(Secret secret) implements Response {
        /** Checks that there is a secret. */
        public PublicKey {
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public boolean fits() {
            return secret.length() <= MAX_JSON;
        }
    }

    /** Asks whether the user has answered on the device; it contains no response and costs no guess. */
    record Poll() implements Response {
        private static final Secret NOTHING = Secret.of("");

        @Override
        public Secret secret() {
            return NOTHING;
        }
    }
}
