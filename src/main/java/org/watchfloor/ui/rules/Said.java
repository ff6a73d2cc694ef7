package org.watchfloor.ui.rules;

/** What there is to say of a draft or a back-test, in one sentence; empty: nothing. */
record Said(String sentence, boolean isTrouble) {
    static final Said NOTHING = new Said("", false);

    static Said well(String sentence) {
        return new Said(sentence, false);
    }

    static Said trouble(String sentence) {
        return new Said(sentence, true);
    }
}
