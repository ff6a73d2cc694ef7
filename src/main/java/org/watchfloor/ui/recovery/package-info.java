/** What is being done about failures, what was done, what can be done, and what may begin by itself. */
@NullMarked
package org.watchfloor.ui.recovery;

import org.jspecify.annotations.NullMarked;
