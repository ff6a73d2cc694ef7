package org.watchfloor.ui.oncall;

/**
 * A part of the plan in words.
 *
 * @param isNow whether it counts at present
 * @param note may be empty
 */
public record PlanLine(String title, boolean isNow, String text, String note) {}
