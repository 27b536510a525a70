package dev.sspr.spi.memory;

import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.kit.PhoneNumbersContract;

public class InMemoryPhoneNumbersTest extends PhoneNumbersContract {
    protected final InMemoryPhoneNumbers numbers = new InMemoryPhoneNumbers();

    public InMemoryPhoneNumbersTest() {
        numbers.put("+31612345678", PhoneNumbers.Type.MOBILE);
        numbers.putSpelling("+310612345678", "+31612345678");
        numbers.put("+31906123456", PhoneNumbers.Type.COSTLY);
    }

    @Override
    protected PhoneNumbers numbers() {
        return numbers;
    }

    @Override
    protected String mobile() {
        return "+31612345678";
    }

    @Override
    protected String withTrunkPrefix() {
        return "+310612345678";
    }

    @Override
    protected String costly() {
        return "+31906123456";
    }

    @Override
    protected String kept() {
        return "";
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(numbers.faults(), on);
    }
}
