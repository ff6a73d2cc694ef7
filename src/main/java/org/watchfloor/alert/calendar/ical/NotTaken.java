package org.watchfloor.alert.calendar.ical;

/**
 * Something in a calendar that was not taken over.
 *
 * @param line where it begins, from 1; 0 for the file as a whole
 * @param what names it
 * @param why for the operators
 */
public record NotTaken(int line, String what, String why) {
    @Override
    public String toString() {
        return "line " + line + ": " + what + ": " + why;
    }
}
