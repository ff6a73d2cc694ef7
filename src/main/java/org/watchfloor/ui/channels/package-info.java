/** Channels: which work, what waits for them, and what could not be delivered. */
@NullMarked
package org.watchfloor.ui.channels;

import org.jspecify.annotations.NullMarked;
