/** Checks that run a command on a host over SSH. */
@NullMarked
package org.watchfloor.probe.ssh;

import org.jspecify.annotations.NullMarked;
