package dev.sspr.quickstart;

import dev.sspr.Sspr;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.StartResult;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Secret;
import java.util.Locale;
import java.util.Map;

/** The three posts of a forgot-password form, as the README prints them. */
final class HelloReset {
    private final PasswordReset reset;

    HelloReset(Sspr sspr) {
        this.reset = sspr.passwordReset();
    }

    // README begins
    /** POST /forgot: the same answer for every name, known or not. */
    String forgot(String login, Map<String, String> session) {
        StartResult result = reset.start(login, FlowContext.of(Locale.ENGLISH));
        if (!(result instanceof StartResult.Started started)) {
            return "Please check the name, or try again later.";
        }
        session.put("reset", started.handle().expose());
        return "If we know that name, a message with a code is on its way.";
    }

    /** POST /forgot/code */
    String code(String typed, Map<String, String> session) {
        AnswerResult result = reset.answer(FlowHandle.of(session.getOrDefault("reset", "")), Secret.of(typed));
        return result instanceof AnswerResult.Proven ? "Choose a new password." : "That did not match.";
    }

    /** POST /forgot/password */
    String password(String typed, Map<String, String> session) {
        CompleteResult result = reset.complete(FlowHandle.of(session.getOrDefault("reset", "")), Secret.of(typed));
        if (result instanceof CompleteResult.Rejected weak) {
            return "Please choose another one: " + weak.findings();
        }
        return result instanceof CompleteResult.Done ? "Done. Sign in with it." : "Please start again.";
    }
    // README ends
}
