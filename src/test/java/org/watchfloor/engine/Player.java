package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides once more about what a tape holds. */
final class Player {
    private final Decider decider = new Decider();
    private final List<Entry> entries = new ArrayList<>();
    private EngineState state;

    private Player(EngineState state) {
        this.state = state;
    }

    static Player fromNothing(Instant begin) {
        return new Player(EngineState.empty(begin));
    }

    static Player from(Restored rows, Instant begin) {
        return new Player(Remembering.start(rows, begin));
    }

    /** All that is decided about them, one text each, and what is known in the end. */
    static List<String> texts(List<Recording.Input> inputs) {
        Player player = fromNothing(inputs.getFirst().at());
        List<String> texts = new ArrayList<>(inputs.size() + 1);
        inputs.forEach(input -> texts.add(player.play(input.at(), input.event())));
        texts.add(player.state());
        return texts;
    }

    /** The decision about the next event; nothing about a new begin from what was written down. In canonical text. */
    String play(Instant at, Optional<Event> event) {
        if (event.isEmpty()) {
            state = Remembering.start(new Rows(entries).restored(at), at);
            return Canonical.text(List.of());
        }
        Decision decision = decider.decide(state, event.get(), at);
        state = decision.next();
        entries.addAll(entries(decision.effects()));
        return Canonical.text(decision.effects());
    }

    String state() {
        return Canonical.text(state);
    }

    static List<Entry> entries(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Write.class::isInstance)
                .map(effect -> ((Effect.Write) effect).entry())
                .toList();
    }
}
