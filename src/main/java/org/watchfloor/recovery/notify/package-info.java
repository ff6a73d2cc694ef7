/** Steps that tell people. */
@NullMarked
package org.watchfloor.recovery.notify;

import org.jspecify.annotations.NullMarked;
