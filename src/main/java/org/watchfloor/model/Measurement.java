package org.watchfloor.model;

/**
 * One figure that a look brought home.
 *
 * @param name lower case, words joined by {@code _} or {@code .}: {@code cert_days_left}, {@code disk./var.used_percent}
 * @param unit {@code ms}, {@code s}, {@code B}, {@code %}, {@code d} (days), {@code c} (a counter) or empty
 */
public record Measurement(String name, double value, String unit) {}
