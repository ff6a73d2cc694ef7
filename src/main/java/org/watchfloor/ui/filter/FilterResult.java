package org.watchfloor.ui.filter;

/** What became of a filter text: a {@link Filter}, or the {@link FilterProblem} that the operator has to mend. */
public sealed interface FilterResult permits Filter, FilterProblem {}
