package org.watchfloor.ui.filter;

/**
 * Why a filter text is not understood.
 *
 * @param position index of the character where it goes wrong, from 0
 * @param message what is wrong there and what would be right, in plain words
 */
public record FilterProblem(int position, String message) implements FilterResult {
    /** The message with the place as a person counts it: {@code at 7: …}. */
    public String text() {
        return "at " + (position + 1) + ": " + message;
    }
}
