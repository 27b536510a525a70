package dev.sspr.adapter.smtp;

import dev.sspr.spi.AccountId;
import dev.sspr.spi.kit.AccountIdContract;

final class KitTest extends AccountIdContract {

    @Override
    protected AccountId create() {
        return new AccountId("a-1");
    }
}
