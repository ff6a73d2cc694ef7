@NullMarked
package org.watchfloor.ui.tray;

import org.jspecify.annotations.NullMarked;
