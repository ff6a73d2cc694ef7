package org.watchfloor.ui.breakers;

import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateState;
import org.watchfloor.gate.Hand;

/** What a person can do with a breaker. */
enum HandAction {
    KEEP_OPEN(
            Hand.FORCED_OPEN,
            GateState.FORCED_OPEN,
            "Keep open",
            "calls are rejected until it is reset",
            "is kept open"),
    RESET(
            Hand.OFF,
            GateState.CLOSED,
            "Reset",
            "it closes and judges by itself again",
            "is closed and judges by itself"),
    ONLY_COUNT(
            Hand.METRICS_ONLY,
            GateState.METRICS_ONLY,
            "Only count",
            "calls go through and are counted, nothing opens until it is reset",
            "only counts"),
    SWITCH_OFF(
            Hand.DISABLED,
            GateState.DISABLED,
            "Switch off",
            "calls go through and none is counted until it is reset",
            "is switched off");

    private final Hand hand;
    private final GateState result;
    private final String title;
    private final String effect;
    private final String done;

    HandAction(Hand hand, GateState result, String title, String effect, String done) {
        this.hand = hand;
        this.result = result;
        this.title = title;
        this.effect = effect;
        this.done = done;
    }

    Hand hand() {
        return hand;
    }

    /** Whether it would change anything. */
    boolean isPossible(GateState state) {
        return state != result;
    }

    String title() {
        return title;
    }

    /** What it will do, said before it is done. */
    String question(GateId gate) {
        return title + " the breaker of " + gate + ": " + effect + ".";
    }

    /** Said when it is under way. */
    String told(GateId gate) {
        return gate + " " + done;
    }
}
