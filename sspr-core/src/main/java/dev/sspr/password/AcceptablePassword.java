package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A new password that the rules let pass, in a form of the host's own: on a {@link dev.sspr.spi.Secret}, a
 * {@code char[]} or a {@link CharSequence}. Null is valid, as with every constraint but {@code @NotNull}.
 *
 * <p>Each finding is a violation of its own. Rules that need to know the person, and roles that the host plugs into the
 * engine, are not asked here: the flow does that, whatever the form said.
 *
 * <p><b>Security duty.</b> A violation holds the value: do not log violations, and prefer {@code Secret}, which does not
 * print.
 */
@Documented
@Constraint(
        validatedBy = {
            AcceptablePasswordValidator.OfSecret.class,
            AcceptablePasswordValidator.OfCharacters.class,
            AcceptablePasswordValidator.OfText.class
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
    /** A policy by its name. */
    enum Preset {
        /** {@link PasswordPolicy#standard}. */
        STANDARD,
        /** {@link PasswordPolicy#nist}. */
        NIST,
        /** {@link PasswordPolicy#entra}. */
        ENTRA
    }

    /**
     * Which policy.
     *
     * @return its name
     */
    Preset preset() default Preset.STANDARD;

    /**
     * What was proven beside it, as far as the least length cares.
     *
     * @return a recovery channel only, unless told otherwise
     */
    PasswordContext.Proven proven() default PasswordContext.Proven.RECOVERY_CHANNEL;

    /**
     * The language of the sentences, where the message is not set.
     *
     * @return {@code en} or {@code nl}
     */
    String language() default "en";

    /**
     * One message for all findings, or how each finds its own: with {@code *} in it, that stands for the code of the
     * finding, such as <code>{app.*}</code> for <code>{app.password.too-short}</code> of the host's own
     * {@code ValidationMessages}.
     *
     * @return empty for a sentence about each finding
     */
    String message() default "";

    /**
     * As with every constraint.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * As with every constraint.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};
}
