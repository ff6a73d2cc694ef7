/** Preconditions of runbooks. Pure. */
@NullMarked
package org.watchfloor.recovery.condition;

import org.jspecify.annotations.NullMarked;
