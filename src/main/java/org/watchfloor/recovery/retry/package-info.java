/** Steps that run again what failed. */
@NullMarked
package org.watchfloor.recovery.retry;

import org.jspecify.annotations.NullMarked;
