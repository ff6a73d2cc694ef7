package org.watchfloor.model;

import java.time.Instant;
import java.util.List;

/**
 * What the witnesses of this machine's own network said in one round.
 *
 * @param hasInterface whether any interface but the loopback is up and has an address
 */
public record Testimony(Instant startedAt, boolean hasInterface, List<Answer> answers) {
    public Testimony {
        answers = List.copyOf(answers);
    }

    /**
     * One witness.
     *
     * @param name such as {@code gateway 192.0.2.254}
     * @param isOutside beyond the gateway
     * @param answered accepted or refused; both prove the way there
     */
    public record Answer(String name, boolean isOutside, boolean answered) {}
}
