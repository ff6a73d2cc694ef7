package org.watchfloor.web;

import java.util.function.Supplier;

/** What the door stands in: the program's version, the machine, and how patient it is. */
record Surroundings(String version, Supplier<MachineFigures> machine, Limits limits) {}
