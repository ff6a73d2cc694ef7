/** What every screen is made of: the contract of a screen, the way onto the FX thread, formats, looks of states. */
@NullMarked
package org.watchfloor.ui.fx;

import org.jspecify.annotations.NullMarked;
