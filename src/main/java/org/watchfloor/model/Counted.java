package org.watchfloor.model;

/** A number of things in words: {@code 1 host}, {@code 2 hosts}. Pure. */
public final class Counted {
    private Counted() {}

    /** @param noun in the singular, with a plural in s */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
