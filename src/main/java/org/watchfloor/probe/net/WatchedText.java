package org.watchfloor.probe.net;

import java.io.Serial;

/** Text that looks at the clock now and then while it is read, and at the interrupt flag. Confined to one thread. */
final class WatchedText implements CharSequence {
    private static final int READS_BETWEEN_LOOKS = 4096;

    private final CharSequence text;
    private final Deadline deadline;
    private int reads;

    WatchedText(CharSequence text, Deadline deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_BETWEEN_LOOKS == 0 && isOver()) {
            throw new OutOfTime();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private boolean isOver() {
        return deadline.isOver() || Thread.currentThread().isInterrupted();
    }

    /** The way out of the matcher. */
    static final class OutOfTime extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private OutOfTime() {
            super(null, null, false, false);
        }
    }
}
