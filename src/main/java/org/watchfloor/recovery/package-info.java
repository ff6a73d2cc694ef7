/** Runbooks: what may be done about a failure, under which conditions, and how it is proven. Pure; does nothing itself. */
@NullMarked
package org.watchfloor.recovery;

import org.jspecify.annotations.NullMarked;
