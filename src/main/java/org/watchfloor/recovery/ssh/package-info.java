/** Steps that run a command or a script on a host over SSH. */
@NullMarked
package org.watchfloor.recovery.ssh;

import org.jspecify.annotations.NullMarked;
