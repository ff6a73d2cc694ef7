/** Steps that let time pass. */
@NullMarked
package org.watchfloor.recovery.wait;

import org.jspecify.annotations.NullMarked;
