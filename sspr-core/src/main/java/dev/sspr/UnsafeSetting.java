package dev.sspr;

import java.util.Objects;

/**
 * A setting that is missing or looser than it could be. {@link Sspr#report} lists them.
 *
 * @param setting the call of the builder or the number of the policy, such as {@code flowStore}
 * @param consequence what can happen as it is
 * @param remedy what to do about it
 */
public record UnsafeSetting(String setting, String consequence, String remedy) {
    /** Checks that no part is null. */
    public UnsafeSetting {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(consequence, "consequence");
        Objects.requireNonNull(remedy, "remedy");
    }
}
