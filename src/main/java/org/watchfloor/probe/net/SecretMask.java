package org.watchfloor.probe.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;

/** Blots out the secrets of a check in what comes back: an echo must not carry them to the screen. Immutable. */
public final class SecretMask {
    public static final String HIDDEN = "***";

    private final List<String> secrets;

    private SecretMask(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Hides the texts, plain and as Base64. */
    public static SecretMask over(Collection<String> texts) {
        List<String> secrets = new ArrayList<>();
        texts.stream().filter(text -> !text.isEmpty()).forEach(text -> {
            secrets.add(text);
            secrets.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        });
        secrets.sort(Comparator.comparingInt(String::length).reversed());
        return new SecretMask(secrets);
    }

    public String hide(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }

    /** The same with message and facts hidden. */
    public Observation hide(Observation seen) {
        List<Fact> facts = seen.facts().stream()
                .map(fact -> new Fact(fact.name(), hide(fact.value())))
                .toList();
        return new Observation(hide(seen.outcome()), seen.timings(), seen.measurements(), facts);
    }

    private Outcome hide(Outcome outcome) {
        String message = hide(outcome.message());
        return switch (outcome) {
            case Outcome.Up _ -> new Outcome.Up(message);
            case Outcome.Degraded degraded -> new Outcome.Degraded(degraded.reason(), message);
            case Outcome.Down down -> new Outcome.Down(down.reason(), message);
            case Outcome.Unknown unknown -> new Outcome.Unknown(unknown.reason(), message);
        };
    }
}
