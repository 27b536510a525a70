package dev.sspr.quickstart;

import dev.sspr.Sspr;
import dev.sspr.SsprBuilder;
import dev.sspr.SsprKey;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A host application as small as it gets: two people, a mailbox, and the library.
 *
 * @param sspr the library
 * @param mailbox where messages arrive
 * @param signsIn the host's own sign-in
 */
record Host(Sspr sspr, Mailbox mailbox, BiPredicate<LoginName, Secret> signsIn) implements AutoCloseable {
    static final LoginName ANNA = new LoginName("anna");
    static final LoginName ROOT = new LoginName("root");
    static final LoginName EMMA = new LoginName("emma");
    static final Destination ANNA_MAIL = new Destination("mail", Channel.EMAIL, "anna@example.org");
    static final Destination EMMA_MAIL = new Destination("mail", Channel.EMAIL, "emma@example.org");
    static final Destination ROOT_MAIL = new Destination("mail", Channel.EMAIL, "root@example.org");
    static final Destination ROOT_PHONE = new Destination("phone", Channel.SMS, "+31201234567");

    static UserId id(LoginName login) {
        return new UserId("id-" + login.value());
    }

    static List<Destination> destinations(LoginName login) {
        if (login.equals(ROOT)) {
            return List.of(ROOT_MAIL, ROOT_PHONE);
        }
        return List.of(login.equals(EMMA) ? EMMA_MAIL : ANNA_MAIL);
    }

    /**
     * What both kinds of host have in common; the key is new at every start, so nothing here outlives the process. A host of
     * its own leaves the quarantine of new methods as it is, a day.
     */
    static SsprBuilder builder(UserStore users, Mailbox mailbox, SessionRevoker sessions) {
        byte[] key = new byte[SsprKey.BYTES];
        new SecureRandom().nextBytes(key);
        return Sspr.builder(users, mailbox, sessions, SsprKey.of(1, key))
                .serviceName("Quickstart")
                .policy(SsprPolicy.standard()
                        .registration(it -> it.storeDestinations(RegistrationPolicy.StoreDestinations.COUNT)
                                .quarantine(Duration.ZERO)))
                .linkBase(URI.create("https://quickstart.example/reset"));
    }

    @Override
    public void close() {
        sspr.close();
    }
}
