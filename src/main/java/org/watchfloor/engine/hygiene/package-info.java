/** Which alert rules do more harm than good, why, and what to do about each. */
@NullMarked
package org.watchfloor.engine.hygiene;

import org.jspecify.annotations.NullMarked;
