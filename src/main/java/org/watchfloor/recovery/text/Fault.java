package org.watchfloor.recovery.text;

/**
 * What is wrong with a text with placeholders.
 *
 * @param offset of the character, 0 for the first
 */
public record Fault(int offset, String what, String mend) {}
