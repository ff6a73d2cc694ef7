/** Steps that run a command on this machine. */
@NullMarked
package org.watchfloor.recovery.command;

import org.jspecify.annotations.NullMarked;
