/** Steps that run a check until it is green. */
@NullMarked
package org.watchfloor.recovery.check;

import org.jspecify.annotations.NullMarked;
