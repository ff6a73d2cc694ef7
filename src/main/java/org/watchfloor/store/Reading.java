package org.watchfloor.store;

import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** One query under way: its connection, and whether anybody still wants the answer. */
record Reading(Handle handle, BooleanSupplier isCancelled) {}
