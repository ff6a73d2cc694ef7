package org.watchfloor.probe.tcp;

import org.watchfloor.probe.net.Expression;

/** One step of the script of a TCP check. */
public sealed interface Step {
    /** Sends the text as UTF-8, without adding a line end. */
    record Send(String text) implements Step {}

    /**
     * Reads until the expression matches what came since the last step. Named groups become facts, and measurements if
     * they are numbers.
     */
    record Expect(Expression expression) implements Step {}
}
