/** A second person agrees with a PIN to what one person alone must not do. */
@NullMarked
package org.watchfloor.recovery.approval;

import org.jspecify.annotations.NullMarked;
