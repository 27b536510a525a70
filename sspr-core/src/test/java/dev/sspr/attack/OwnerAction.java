package dev.sspr.attack;

import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.StartResult;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What alice can do who has forgotten her password and reads her mail. */
enum OwnerAction {
    /** She begins a reset and types the code. */
    RESET {
        @Override
        boolean works(AttackSimulation attack) {
            int before = attack.host.notifier.messages().size();
            StartResult start = attack.sspr.passwordReset().start("alice", FlowContext.of(Locale.ENGLISH, "home"));
            if (!(start instanceof StartResult.Started started)) {
                return false;
            }
            Optional<MessageContent.ResetCode> code = code(attack, before);
            code.ifPresent(sent -> attack.sspr.passwordReset().answer(started.handle(), sent.code()));
            return code.isPresent() && sets(attack, started.handle());
        }
    },
    /** The help desk begins one for her, and does nothing else. */
    HELP_DESK {
        @Override
        boolean works(AttackSimulation attack) {
            int before = attack.host.notifier.messages().size();
            HelpDeskRequest help = new HelpDeskRequest(NodeFixture.DORA, NodeFixture.ALICE, "cannot get in");
            if (!(attack.sspr.helpDesk().startReset(help) instanceof HelpDeskResult.Done)) {
                return false;
            }
            return code(attack, before).filter(sent -> continues(attack, sent)).isPresent();
        }
    };

    abstract boolean works(AttackSimulation attack);

    private static Optional<MessageContent.ResetCode> code(AttackSimulation attack, int from) {
        List<Message> messages = attack.host.notifier.messages();
        return messages.subList(from, messages.size()).stream()
                .map(Message::content)
                .filter(MessageContent.ResetCode.class::isInstance)
                .map(MessageContent.ResetCode.class::cast)
                .reduce((first, second) -> second);
    }

    private static boolean continues(AttackSimulation attack, MessageContent.ResetCode sent) {
        AnswerResult moved = attack.sspr
                .passwordReset()
                .continueHere(NodeFixture.token(sent.link().orElseThrow()));
        return moved instanceof AnswerResult.Moved here && sets(attack, here.handle());
    }

    private static boolean sets(AttackSimulation attack, FlowHandle handle) {
        CompleteResult done = attack.sspr.passwordReset().complete(handle, NodeFixture.NEW);
        return done instanceof CompleteResult.Done && attack.host.signsIn(NodeFixture.NEW);
    }
}
