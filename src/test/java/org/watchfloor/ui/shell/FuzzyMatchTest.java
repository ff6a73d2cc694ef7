package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
    @Test
    void findsLettersInTheirOrder() {
        assertThat(FuzzyMatch.score("stl", "Switch to the light theme")).isPresent();
        assertThat(FuzzyMatch.score("lts", "Check now")).isEmpty();
    }

    @Test
    void beginningsOfWordsCountMore() {
        int initials = FuzzyMatch.score("cn", "Check now").orElseThrow();
        int inside = FuzzyMatch.score("cn", "Acknowledge incident").orElseThrow();

        assertThat(initials).isGreaterThan(inside);
    }

    @Test
    void anUnbrokenWordCountsMore() {
        int word = FuzzyMatch.score("engine", "Go to Engine").orElseThrow();
        int scattered =
                FuzzyMatch.score("engine", "Every nagging import now exists").orElse(0);

        assertThat(word).isGreaterThan(scattered);
    }

    @Test
    void noLettersFindEverything() {
        assertThat(FuzzyMatch.score("", "Check now")).hasValue(0);
    }
}
