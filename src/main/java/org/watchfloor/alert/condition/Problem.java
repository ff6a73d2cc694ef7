package org.watchfloor.alert.condition;

/**
 * Why a text is no condition.
 *
 * @param offset where, in characters from the begin of the text, 0 for the first
 * @param what is wrong
 * @param mend what to do about it
 */
public record Problem(int offset, String what, String mend) {}
