/** Tells people: kinds of channels, each in a folder of its own. Knows nothing of who decides what is told. */
@NullMarked
package org.watchfloor.notify;

import org.jspecify.annotations.NullMarked;
