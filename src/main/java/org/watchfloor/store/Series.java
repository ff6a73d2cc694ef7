package org.watchfloor.store;

import org.watchfloor.model.CheckId;

/** What is measured: one metric of one check, under a small number that never changes. */
record Series(int id, CheckId check, String metric, String unit) {}
