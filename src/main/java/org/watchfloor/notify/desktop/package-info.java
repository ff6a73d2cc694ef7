/** Notices on the screen of this console. */
@NullMarked
package org.watchfloor.notify.desktop;

import org.jspecify.annotations.NullMarked;
