package org.watchfloor.lab;

/** A line of a script that cannot be understood. Never leaves the reader. */
final class LineProblem extends Exception {
    private final String mend;

    LineProblem(String what, String mend) {
        super(what);
        this.mend = mend;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String mend() {
        return mend;
    }
}
