/** The way down to a target: what every kind of check has in common when it is diagnosed. */
@NullMarked
package org.watchfloor.probe.ladder;

import org.jspecify.annotations.NullMarked;
