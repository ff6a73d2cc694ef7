/** Tests of this room. */
@NullMarked
package org.watchfloor.ui.engine;

import org.jspecify.annotations.NullMarked;
