/** One door in, one thread that decides, one value out. */
@NullMarked
package org.watchfloor.engine;

import org.jspecify.annotations.NullMarked;
