package org.watchfloor.engine.backtest;

/**
 * When there may have been a look.
 *
 * @param at in milliseconds since 1970
 */
record Moment(long at, Kind kind) {
    enum Kind {
        /** It reached its target, and began then. */
        ANSWER,
        /** It reached its target, and changed what is shown as it ended then. */
        TURN,
        /** It failed then. */
        FAILURE
    }

    boolean isAnswer() {
        return kind != Kind.FAILURE;
    }
}
