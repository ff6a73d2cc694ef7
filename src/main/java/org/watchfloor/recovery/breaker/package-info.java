/** Steps that open or close a breaker. */
@NullMarked
package org.watchfloor.recovery.breaker;

import org.jspecify.annotations.NullMarked;
