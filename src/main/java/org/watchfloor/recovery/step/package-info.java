/** What all kinds of steps of a runbook share. */
@NullMarked
package org.watchfloor.recovery.step;

import org.jspecify.annotations.NullMarked;
