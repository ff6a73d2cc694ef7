/** The frame around the screens: window, rail, status bar, command palette, kiosk. */
@NullMarked
package org.watchfloor.ui.shell;

import org.jspecify.annotations.NullMarked;
