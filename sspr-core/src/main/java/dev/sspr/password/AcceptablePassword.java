package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requires a new password that the rules accept. The constraint applies to a {@link dev.sspr.spi.Secret}, a
 * {@code char[]} or a {@link CharSequence}. Null is valid, as with every constraint but {@code @NotNull}.
 *
 * <p>Each finding is a separate violation. The constraint does not ask rules that need to know the user, or roles that
 * the host plugs into the engine. The flow asks them in any case.
 *
 * <p><b>Security duty.</b> A violation holds the value: do not log violations, and prefer {@code Secret}, which does
 * not print.
 */
@Documented
@Constraint(
        validatedBy = {
            AcceptablePassword.Validator.OfSecret.class,
            AcceptablePassword.Validator.OfCharacters.class,
            AcceptablePassword.Validator.OfText.class
        })
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.ANNOTATION_TYPE,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcceptablePassword {
    /** The name of a policy. */
    enum Preset {
        /** {@link PasswordPolicy#standard}. */
        STANDARD,
        /** {@link PasswordPolicy#nist}. */
        NIST,
        /** {@link PasswordPolicy#entra}. */
        ENTRA
    }

    /**
     * The policy to check against.
     *
     * @return its name
     */
    Preset preset() default Preset.STANDARD;

    /**
     * The proof that was given beside the password. It decides the minimum length.
     *
     * @return by default a recovery channel only
     */
    PasswordContext.Proven proven() default PasswordContext.Proven.RECOVERY_CHANNEL;

    /**
     * The language of the sentences if no message is set.
     *
     * @return {@code en} or {@code nl}
     */
    String language() default "en";

    /**
     * One message for all findings, or a pattern that gives each finding its own. An asterisk in the pattern stands for
     * the code of the finding, such as <code>{app.*}</code> for <code>{app.password.too-short}</code> of the host's
     * {@code ValidationMessages}.
     *
     * @return empty for a sentence about each finding
     */
    String message() default "";

    /**
     * The validation groups, as with every constraint.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * The payload, as with every constraint.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};

    /**
     * Finds what is wrong with a value of one type. The validation provider creates it.
     *
     * <p><b>Threads.</b> Safe to share once initialised.
     *
     * @param <T> the type of the value
     */
    abstract class Validator<T> implements ConstraintValidator<AcceptablePassword, T> {
        /** The syntax of message templates. Literal text must not contain it. */
        private static final Pattern SYNTAX = Pattern.compile("[\\\\{}$]");

        private PasswordRules rules = new PasswordRules(PasswordPolicy.standard());
        private PasswordContext about = PasswordContext.first(List.of());
        private Locale language = Locale.ENGLISH;
        private String message = "";
        private int most = PasswordPolicy.standard().maximumLength();

        private Validator() {}

        @Override
        public void initialize(AcceptablePassword constraint) {
            PasswordPolicy policy = switch (constraint.preset()) {
                case STANDARD -> PasswordPolicy.standard();
                case NIST -> PasswordPolicy.nist();
                case ENTRA -> PasswordPolicy.entra();
            };
            rules = new PasswordRules(policy);
            most = policy.maximumLength();
            about = new PasswordContext(
                    about.purpose(), constraint.proven(), about.account(), about.words(), about.current(), about.age());
            language = Locale.forLanguageTag(constraint.language());
            message = constraint.message();
        }

        @Override
        public boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            List<Finding> findings;
            if (length(value) > PasswordPolicy.MAX_BYTES) {
                findings = List.of(PasswordReason.TOO_LONG.finding(most, 0));
            } else {
                try (Secret typed = secret(value)) {
                    findings = findings(typed);
                }
            }
            context.disableDefaultConstraintViolation();
            findings.stream()
                    .map(this::template)
                    .distinct()
                    .forEach(template -> context.buildConstraintViolationWithTemplate(template)
                            .addConstraintViolation());
            return findings.isEmpty();
        }

        private List<Finding> findings(Secret typed) {
            PasswordText.Prepared prepared = PasswordText.prepare(typed);
            if (prepared instanceof PasswordText.Prepared.Refused refused) {
                return refused.findings();
            }
            try (Secret ready = ((PasswordText.Prepared.Ready) prepared).secret()) {
                return rules.check(ready, about);
            }
        }

        private String template(Finding finding) {
            if (message.isEmpty()) {
                return SYNTAX.matcher(FindingText.of(finding, language))
                        .replaceAll(syntax -> Matcher.quoteReplacement("\\" + syntax.group()));
            }
            return message.replace("*", finding.code());
        }

        abstract int length(T value);

        /** Copies the value into a secret that is wiped afterwards. */
        abstract Secret secret(T value);

        /** Validates a {@link Secret}. */
        public static final class OfSecret extends Validator<Secret> {
            /** Called by the provider. */
            public OfSecret() {}

            @Override
            int length(Secret value) {
                return value.length();
            }

            @Override
            Secret secret(Secret value) {
                return value.exposeTo(chars -> Secret.of(chars));
            }
        }

        /** Validates a {@code char[]}. */
        public static final class OfCharacters extends Validator<char[]> {
            /** Called by the provider. */
            public OfCharacters() {}

            @Override
            int length(char[] value) {
                return value.length;
            }

            @Override
            Secret secret(char[] value) {
                return Secret.of(value);
            }
        }

        /** Validates a {@link CharSequence}. */
        public static final class OfText extends Validator<CharSequence> {
            /** Called by the provider. */
            public OfText() {}

            @Override
            int length(CharSequence value) {
                return value.length();
            }

            @Override
            Secret secret(CharSequence value) {
                return Secret.of(value);
            }
        }
    }
}
