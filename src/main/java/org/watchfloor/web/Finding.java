package org.watchfloor.web;

/**
 * How one part of Watchfloor itself does.
 *
 * @param message for the operator, one sentence
 * @param details a record of figures
 */
record Finding(String name, Level level, String message, Object details) {
    Wire wire() {
        return new Wire(name, level.word(), message, details);
    }

    /** The finding as JSON. */
    record Wire(String name, String status, String message, Object details) {}
}
