package dev.sspr.adapter.jdbc;

import org.jspecify.annotations.Nullable;

/** Constants as their names in a column. */
final class Codes {
    private Codes() {}

    /** The constant of exactly this name, or the fallback for anything else: a column never opens a door by mistake. */
    static <E extends Enum<E>> E read(Class<E> type, @Nullable String name, E fallback) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return fallback;
    }
}
