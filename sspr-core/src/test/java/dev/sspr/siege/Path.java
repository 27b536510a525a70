package dev.sspr.siege;

import dev.sspr.admin.HelpCase;
import dev.sspr.admin.HelpResult;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.host.Host;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What alice can do who has forgotten her password and reads her mail. */
enum Path {
    /** She begins a reset and types the code. */
    RESET {
        @Override
        boolean works(Siege siege) {
            int before = siege.host.notifier.messages().size();
            StartResult start = siege.sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH, "home"));
            if (!(start instanceof StartResult.Started started)) {
                return false;
            }
            Optional<MessageContent.ResetCode> code = code(siege, before);
            code.ifPresent(sent -> siege.sspr.passwordReset().answer(started.handle(), sent.code()));
            return code.isPresent() && sets(siege, started.handle());
        }
    },
    /** The help desk begins one for her, and does nothing else. */
    HELP_DESK {
        @Override
        boolean works(Siege siege) {
            int before = siege.host.notifier.messages().size();
            HelpCase help = new HelpCase(Host.DORA, Host.ALICE, "cannot get in");
            if (!(siege.sspr.helpDesk().startReset(help) instanceof HelpResult.Done)) {
                return false;
            }
            return code(siege, before).filter(sent -> continues(siege, sent)).isPresent();
        }
    };

    abstract boolean works(Siege siege);

    private static Optional<MessageContent.ResetCode> code(Siege siege, int from) {
        List<Message> messages = siege.host.notifier.messages();
        return messages.subList(from, messages.size()).stream()
                .map(Message::content)
                .filter(MessageContent.ResetCode.class::isInstance)
                .map(MessageContent.ResetCode.class::cast)
                .reduce((first, second) -> second);
    }

    private static boolean continues(Siege siege, MessageContent.ResetCode sent) {
        AnswerResult moved =
                siege.sspr.passwordReset().continueHere(Host.token(sent.link().orElseThrow()));
        return moved instanceof AnswerResult.Moved here && sets(siege, here.handle());
    }

    private static boolean sets(Siege siege, FlowHandle handle) {
        CompleteResult done = siege.sspr.passwordReset().complete(handle, Host.NEW);
        return done instanceof CompleteResult.Done && siege.host.signsIn(Host.NEW);
    }
}
