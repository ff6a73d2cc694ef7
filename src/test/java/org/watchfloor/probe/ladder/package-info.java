/** Descents on real sockets. */
@NullMarked
package org.watchfloor.probe.ladder;

import org.jspecify.annotations.NullMarked;
