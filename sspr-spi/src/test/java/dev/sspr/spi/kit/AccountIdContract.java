package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.AccountId;
import org.junit.jupiter.api.Test;

/** What any source of account ids owes. */
public abstract class AccountIdContract {

    /** {@return a fresh id} */
    protected abstract AccountId create();

    @Test
    void create_always_isNotBlank() {
        assertThat(create().value()).isNotBlank();
    }
}
