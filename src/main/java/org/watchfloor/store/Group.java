package org.watchfloor.store;

import java.util.List;
import org.watchfloor.engine.Entry;

/** Entries that go in together, and the ticket given for them. */
record Group(long ticket, List<Entry> entries) {}
