/** Tests of this room. */
@NullMarked
package org.watchfloor.ui.settings;

import org.jspecify.annotations.NullMarked;
