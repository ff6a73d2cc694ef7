/** Breakers: which stand open, since when and why, and a hand on each. */
@NullMarked
package org.watchfloor.ui.breakers;

import org.jspecify.annotations.NullMarked;
