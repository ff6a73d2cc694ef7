package org.watchfloor.engine;

/** The newest part of what a step prints. Thread safe. */
final class LiveOutput {
    private static final int MOST = 64 * 1024;

    private final StringBuilder text = new StringBuilder();

    synchronized void add(String more) {
        text.append(more);
        if (text.length() > MOST) {
            text.delete(0, text.length() - MOST);
        }
    }

    synchronized String text() {
        return text.toString();
    }
}
