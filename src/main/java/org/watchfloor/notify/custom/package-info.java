/** Notices to a command of the operator's own. */
@NullMarked
package org.watchfloor.notify.custom;

import org.jspecify.annotations.NullMarked;
