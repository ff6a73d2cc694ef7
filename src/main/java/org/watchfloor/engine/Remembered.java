package org.watchfloor.engine;

import org.watchfloor.health.CheckHealth;

/**
 * What is known of a check that is not on watch now: from the journal before the first site, or since it was taken out
 * of the configuration.
 *
 * @param disabled it was switched off by the configuration, not by a person
 */
public record Remembered(CheckHealth health, boolean disabled) {}
