package dev.sspr.spi.memory;

import dev.sspr.spi.Administrators;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.AdministratorsContract;
import java.util.List;
import java.util.Optional;

public class InMemoryAdministratorsTest extends AdministratorsContract {
    private static final UserId ONE = new UserId("u-one");
    private static final Destination OF_ONE = mail("one");

    protected final InMemoryAdministrators administrators = new InMemoryAdministrators()
            .add(ONE, OF_ONE)
            .add(new UserId("u-two"), mail("two"))
            .add(new UserId("u-three"), mail("three"));

    protected static Destination mail(String name) {
        return new Destination("m1", Channel.EMAIL, name + "@example.com");
    }

    @Override
    protected Administrators administrators() {
        return administrators;
    }

    @Override
    protected UserId one() {
        return ONE;
    }

    @Override
    protected List<Destination> ofOne() {
        return List.of(OF_ONE);
    }

    @Override
    protected List<Destination> others() {
        return List.of(mail("two"), mail("three"));
    }

    @Override
    protected Optional<Administrators> crowd() {
        InMemoryAdministrators crowd = new InMemoryAdministrators().add(ONE, OF_ONE);
        for (int i = 0; i < 120; i++) {
            crowd.add(new UserId("u-" + i), mail("desk" + i), mail("shared"));
        }
        return Optional.of(crowd);
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(administrators.faults(), on);
    }
}
