package dev.sspr.admin;

import dev.sspr.spi.UserId;
import java.util.List;

/** Reads back what happened to an account. */
interface Trail {
    /** How many events a look shows. */
    int SHOWN = 20;

    /** The latest first, {@link #SHOWN} at most. */
    List<Happening> recent(UserId user);
}
