/** Tests of pop-ups without a toolkit. */
@NullMarked
package org.watchfloor.ui.popups;

import org.jspecify.annotations.NullMarked;
