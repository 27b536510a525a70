package dev.sspr.spi;

import dev.sspr.spi.kit.AccountIdContract;

final class KitTest extends AccountIdContract {

    @Override
    protected AccountId create() {
        return new AccountId("a-1");
    }
}
