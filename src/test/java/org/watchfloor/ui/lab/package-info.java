/** Tests of this room. */
@NullMarked
package org.watchfloor.ui.lab;

import org.jspecify.annotations.NullMarked;
