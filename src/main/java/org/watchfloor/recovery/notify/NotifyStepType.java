package org.watchfloor.recovery.notify;

import java.util.List;
import java.util.Optional;
import org.watchfloor.model.ChannelId;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Template;

/** Reads the {@code notify:} section of a step. */
public final class NotifyStepType implements StepType<NotifyStep> {
    private static final String RECEIVER = "receiver:";

    @Override
    public String key() {
        return "notify";
    }

    @Override
    public Class<NotifyStep> specType() {
        return NotifyStep.class;
    }

    @Override
    public NotifyStep read(StepNode step) {
        List<NotifyStep.Recipient> to = step.node().key("to", "whom it tells: channels, receiver:ID").texts().stream()
                .flatMap(text -> recipient(step, text).stream())
                .toList();
        Template text = step.requiredText("text", "what they are told", Language.PLAIN);
        if (!step.isGiven("to")) {
            step.node().problem("the step tells nobody", "add to: with channels or receiver:ID");
        }
        return new NotifyStep(to, text);
    }

    private static Optional<NotifyStep.Recipient> recipient(StepNode step, String text) {
        if (text.startsWith(RECEIVER)) {
            String receiver = text.substring(RECEIVER.length()).strip();
            return step.isKnown("to", "receiver", receiver, step.known().receivers())
                    ? Optional.of(new NotifyStep.ToReceiver(receiver))
                    : Optional.empty();
        }
        return step.isKnown("to", "channel", text, step.known().channels())
                ? Optional.of(new NotifyStep.ToChannel(new ChannelId(text)))
                : Optional.empty();
    }
}
