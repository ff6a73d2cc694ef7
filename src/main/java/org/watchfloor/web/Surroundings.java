package org.watchfloor.web;

import java.util.function.Supplier;

/** What the door stands in: the program's version, the machine, how patient it is, and whether callers show a token. */
record Surroundings(String version, Supplier<MachineFigures> machine, Limits limits, boolean hasToken) {}
