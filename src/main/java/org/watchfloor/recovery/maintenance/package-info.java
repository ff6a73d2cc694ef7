/** Steps that begin or end planned work. */
@NullMarked
package org.watchfloor.recovery.maintenance;

import org.jspecify.annotations.NullMarked;
