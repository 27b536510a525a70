package dev.sspr.internal.proof;

import dev.sspr.flow.FlowHandle;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that are easy to find again, one for each thing that must not be found. */
final class Canaries {
    /** What a value is. */
    enum What {
        PASSWORD,
        CODE,
        LINK,
        HANDLE,
        LOGIN,
        ADDRESS
    }

    /** A text to look for. */
    record Canary(What what, String text) {}

    static final String LOGIN = "kanarie.bovenkamer";
    static final Destination MAIL = new Destination("d1", Channel.EMAIL, "yellow.bird@cage.example");
    static final Destination PHONE = new Destination("d2", Channel.SMS, "+31687654321");
    static final Secret PASSWORD = Secret.of("tweetTweet the new sentence");
    static final Secret OLD = Secret.of("tweetTweet the old sentence");
    static final Secret WEAK = Secret.of("tweetTweet");

    private final World world;
    private final List<FlowHandle> handles = new ArrayList<>();

    Canaries(World world) {
        this.world = world;
        world.users.add(
                new Account(
                        new UserId("id-4711"),
                        AccountStatus.ACTIVE,
                        Privilege.ORDINARY,
                        Generation.of(1),
                        Optional.empty(),
                        List.of(MAIL, PHONE),
                        List.of(LOGIN)),
                OLD,
                new LoginName(LOGIN));
    }

    FlowHandle keep(FlowHandle handle) {
        handles.add(handle);
        return handle;
    }

    /** All of them, those that were made on the way too. */
    List<Canary> all() {
        List<Canary> all = new ArrayList<>();
        all.add(new Canary(What.PASSWORD, "tweetTweet"));
        all.add(new Canary(What.LOGIN, LOGIN));
        all.add(new Canary(What.ADDRESS, MAIL.address()));
        all.add(new Canary(What.ADDRESS, "yellow.bird"));
        all.add(new Canary(What.ADDRESS, PHONE.address().substring(1)));
        handles.forEach(
                handle -> all.add(new Canary(What.HANDLE, handle.expose().substring(22))));
        for (Message message : world.notifier.messages()) {
            if (message.content() instanceof MessageContent.ResetCode content) {
                all.add(new Canary(What.CODE, text(content.code())));
                content.link()
                        .ifPresent(link -> all.add(
                                new Canary(What.LINK, text(World.token(link)).substring(22))));
                content.cancel()
                        .ifPresent(link -> all.add(
                                new Canary(What.LINK, text(World.token(link)).substring(22))));
            }
        }
        return all;
    }

    static String text(Secret secret) {
        return secret.exposeTo(String::new);
    }

    /** Everything that a driver's exception could repeat. */
    static String everything() {
        return LOGIN + " " + MAIL.address() + " " + PHONE.address() + " " + text(PASSWORD);
    }
}
