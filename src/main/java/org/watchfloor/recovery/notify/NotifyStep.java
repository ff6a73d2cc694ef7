package org.watchfloor.recovery.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.watchfloor.model.ChannelId;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * Tells people.
 *
 * @param to at least one
 */
public record NotifyStep(List<Recipient> to, Template text) implements StepSpec {
    public NotifyStep {
        to = List.copyOf(to);
    }

    /** Who or what is told. */
    public sealed interface Recipient {}

    /** Whom the first step of a receiver tells. */
    public record ToReceiver(String receiver) implements Recipient {
        @Override
        public String toString() {
            return "receiver:" + receiver;
        }
    }

    public record ToChannel(ChannelId channel) implements Recipient {
        @Override
        public String toString() {
            return channel.toString();
        }
    }

    @Override
    public String summary() {
        return "tell " + recipients() + ": " + text;
    }

    private String recipients() {
        return to.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public List<Line> preview(Values values) throws NotRendered {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("tell", recipients()));
        lines.add(Line.of("text", text, values));
        return lines;
    }
}
