package org.watchfloor.web;

import java.util.Optional;
import org.watchfloor.model.Actor;

/** What callers say in words. Pure functions. */
final class CallerText {
    static final int LONGEST_NOTE = 4_000;

    private static final int LONGEST_NAME = 100;

    private CallerText() {}

    /** @throws Problem 400 if it is too long or not plain text */
    static String clean(String field, String text) {
        boolean isPlain =
                text.chars().allMatch(letter -> letter == '\n' || letter == '\t' || !Character.isISOControl(letter));
        if (text.length() > LONGEST_NOTE || !isPlain) {
            throw Problem.badParameter(
                    field, "must be at most " + LONGEST_NOTE + " letters without control characters");
        }
        return text.strip();
    }

    /** @throws Problem 400 if it is missing, blank, too long or not plain text */
    static String required(String field, Optional<String> text) {
        String said = clean(field, text.orElse(""));
        if (said.isBlank()) {
            throw Problem.badParameter(field, "must say something");
        }
        return said;
    }

    /** Who gives a command: whom the body names, else {@code api}. */
    static Actor by(Optional<String> name) {
        return name.map(given -> {
                    String who = given.strip();
                    if (who.isEmpty()
                            || who.length() > LONGEST_NAME
                            || who.chars().anyMatch(Character::isISOControl)) {
                        throw Problem.badParameter(
                                "by", "must be a name of 1 to " + LONGEST_NAME + " letters without control characters");
                    }
                    return new Actor(who);
                })
                .orElse(CheckCommands.API);
    }

    /** Empty texts count as absent. */
    static Optional<String> present(String text) {
        return Optional.of(text).filter(said -> !said.isEmpty());
    }
}
