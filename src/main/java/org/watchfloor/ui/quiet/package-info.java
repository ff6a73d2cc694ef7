/** Silences and maintenance: what keeps alerts from being paged by plan, made and ended here, and seen in a calendar. */
@NullMarked
package org.watchfloor.ui.quiet;

import org.jspecify.annotations.NullMarked;
