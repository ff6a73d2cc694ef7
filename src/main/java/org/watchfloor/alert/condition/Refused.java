package org.watchfloor.alert.condition;

import java.io.Serial;

/** Leaves the parser from wherever it is. */
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(int offset, String what, String mend) {
        super(what, null, false, false);
        this.problem = new Problem(offset, what, mend);
    }

    Problem problem() {
        return problem;
    }
}
