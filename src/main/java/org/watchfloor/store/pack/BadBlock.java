package org.watchfloor.store.pack;

/** A packed block that cannot be read: truncated, damaged, or written by a newer version. */
public final class BadBlock extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadBlock(String what) {
        super(what);
    }
}
