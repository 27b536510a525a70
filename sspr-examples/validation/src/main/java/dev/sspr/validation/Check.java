package dev.sspr.validation;

import dev.sspr.spi.Secret;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;

/** Validates four forms and prints what the provider says. */
public final class Check {
    private Check() {}

    /**
     * Prints a line for each violation.
     *
     * @param args none
     */
    public static void main(String[] args) {
        lines().forEach(System.out::println);
    }

    static List<String> lines() {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return List.of(
                            SignUp.of("correct horse battery staple"),
                            SignUp.of("short"),
                            SignUp.of("passwordpassword"),
                            new SignUp(null, null, null, null),
                            new SignUp(null, "seven 7".toCharArray(), "abc", "kort"),
                            new SignUp(Secret.of("x".repeat(10_000_000)), null, null, null))
                    .stream()
                    .flatMap(form -> validator.validate(form).stream()
                            .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                            .sorted())
                    .toList();
        }
    }
}
