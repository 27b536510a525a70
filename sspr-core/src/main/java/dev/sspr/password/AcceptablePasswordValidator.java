package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a value of one type; a validation provider makes it.
 *
 * <p><b>Threads.</b> Safe to share once initialised.
 *
 * @param <T> the type of the value
 */
public abstract class AcceptablePasswordValidator<T> implements ConstraintValidator<AcceptablePassword, T> {
    /** What message templates are made of: literal text must not have it. */
    private static final Pattern SYNTAX = Pattern.compile("[\\\\{}$]");

    private PasswordRules rules = new PasswordRules(PasswordPolicy.standard());
    private PasswordContext about = PasswordContext.first(List.of());
    private Locale language = Locale.ENGLISH;
    private String message = "";
    private int most = PasswordPolicy.standard().max();

    private AcceptablePasswordValidator() {}

    @Override
    public void initialize(AcceptablePassword constraint) {
        PasswordPolicy policy = switch (constraint.preset()) {
            case STANDARD -> PasswordPolicy.standard();
            case NIST -> PasswordPolicy.nist();
            case ENTRA -> PasswordPolicy.entra();
        };
        rules = new PasswordRules(policy);
        most = policy.max();
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
                .forEach(template ->
                        context.buildConstraintViolationWithTemplate(template).addConstraintViolation());
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

    /** A copy that is wiped afterwards. */
    abstract Secret secret(T value);

    /** For {@link Secret}. */
    public static final class OfSecret extends AcceptablePasswordValidator<Secret> {
        /** Made by the provider. */
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

    /** For {@code char[]}. */
    public static final class OfCharacters extends AcceptablePasswordValidator<char[]> {
        /** Made by the provider. */
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

    /** For {@link CharSequence}. */
    public static final class OfText extends AcceptablePasswordValidator<CharSequence> {
        /** Made by the provider. */
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
