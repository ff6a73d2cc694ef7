/** Texts with placeholders, and how values are put into them so that they stay values. Pure. */
@NullMarked
package org.watchfloor.recovery.text;

import org.jspecify.annotations.NullMarked;
