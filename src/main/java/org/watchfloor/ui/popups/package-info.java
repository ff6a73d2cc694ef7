/** Notices that pop up over whatever screen is shown. */
@NullMarked
package org.watchfloor.ui.popups;

import org.jspecify.annotations.NullMarked;
