/** Looks at one target once. A folder for each kind of check. */
@NullMarked
package org.watchfloor.probe;

import org.jspecify.annotations.NullMarked;
