/** From raw outcomes to soft and hard states, roll-ups and staleness. Pure. */
@NullMarked
package org.watchfloor.health;

import org.jspecify.annotations.NullMarked;
