package org.watchfloor.config;

/**
 * Something wrong in the configuration.
 *
 * @param what names the thing and what is wrong with it
 * @param mend what to do about it
 */
public record ConfigProblem(Place place, String what, String mend) {
    @Override
    public String toString() {
        return place + ": " + what + "; " + mend;
    }
}
