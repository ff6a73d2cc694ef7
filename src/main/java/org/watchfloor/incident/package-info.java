/** Folds hard failures into incidents with a timeline. Pure. */
@NullMarked
package org.watchfloor.incident;

import org.jspecify.annotations.NullMarked;
