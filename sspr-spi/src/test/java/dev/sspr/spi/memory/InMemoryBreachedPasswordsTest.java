package dev.sspr.spi.memory;

import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.BreachedPasswordsContract;
import java.util.List;

public class InMemoryBreachedPasswordsTest extends BreachedPasswordsContract {
    protected final InMemoryBreachedPasswords list = new InMemoryBreachedPasswords();

    @Override
    protected BreachedPasswords holding(List<Secret> breached) {
        breached.forEach(password -> list.add(password, TIMES));
        return list;
    }

    @Override
    protected String shown() {
        return list.toString();
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(list.faults(), on);
    }
}
