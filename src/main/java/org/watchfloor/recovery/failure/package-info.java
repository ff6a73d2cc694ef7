/** What failed, told by its kind. Pure. */
@NullMarked
package org.watchfloor.recovery.failure;

import org.jspecify.annotations.NullMarked;
