/** What happened while nobody looked at the console, until somebody has seen it. */
@NullMarked
package org.watchfloor.ui.away;

import org.jspecify.annotations.NullMarked;
