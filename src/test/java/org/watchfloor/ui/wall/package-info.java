/** The wall, with and without a toolkit. */
@NullMarked
package org.watchfloor.ui.wall;

import org.jspecify.annotations.NullMarked;
