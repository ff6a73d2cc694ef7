package org.watchfloor.recovery;

import java.util.Optional;

/**
 * What a person, or a rule, gives a runbook along.
 *
 * @param name as texts use it
 * @param title what is asked; the name by default
 * @param byDefault empty: it has to be given if it is required, else it is an empty text
 * @param required default true
 */
public record Parameter(String name, String title, ParameterKind kind, Optional<String> byDefault, boolean required) {}
