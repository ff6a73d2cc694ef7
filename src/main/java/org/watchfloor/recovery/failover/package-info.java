/** Steps that move a service to its next healthy instance. */
@NullMarked
package org.watchfloor.recovery.failover;

import org.jspecify.annotations.NullMarked;
