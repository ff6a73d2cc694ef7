/** The vocabulary that every room shares: ids, outcomes, states. Imports {@code java.*} only. */
@NullMarked
package org.watchfloor.model;

import org.jspecify.annotations.NullMarked;
