package org.watchfloor.config;

/** Where something is written: a file below the configuration directory, line and column from 1. */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
