/** Tests of this room. */
@NullMarked
package org.watchfloor.ui.fx;

import org.jspecify.annotations.NullMarked;
