package org.watchfloor.recovery.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;

/** Reads {@code approvers:}. Stateless. */
public final class ApproversReader implements SectionReader<Approvers> {
    @Override
    public Class<Approvers> type() {
        return Approvers.class;
    }

    @Override
    public Approvers read(SiteNode site) {
        Map<String, PinHash> pins = new HashMap<>();
        site.named("approvers", "who may agree, as the second person, to runbooks marked two-person, by name")
                .forEach((person, node) -> pin(node).ifPresent(pin -> pins.put(person, pin)));
        return new Approvers(pins);
    }

    private static Optional<PinHash> pin(ConfigNode node) {
        String text = node.key("pin", "what \"watchfloor pin\" prints for the person's PIN")
                .requiredText();
        Optional<PinHash> pin = PinHash.parse(text);
        if (pin.isEmpty() && !text.isEmpty()) {
            node.problem(
                    "pin",
                    "this is not what \"watchfloor pin\" prints",
                    "let the person run \"watchfloor pin\" and put its one line here; never the PIN itself");
        }
        return pin;
    }
}
