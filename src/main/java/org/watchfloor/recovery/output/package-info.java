/** What steps print, made safe to show and to keep. */
@NullMarked
package org.watchfloor.recovery.output;

import org.jspecify.annotations.NullMarked;
