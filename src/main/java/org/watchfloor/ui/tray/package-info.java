/** The small icon in the tray of the desktop, where there is one. */
@NullMarked
package org.watchfloor.ui.tray;

import org.jspecify.annotations.NullMarked;
