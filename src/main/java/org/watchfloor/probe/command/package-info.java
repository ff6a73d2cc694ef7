/** Checks that run a command on this machine. */
@NullMarked
package org.watchfloor.probe.command;

import org.jspecify.annotations.NullMarked;
