/** Alerts: what needs a human, whose it is, who was told, and why. */
@NullMarked
package org.watchfloor.ui.alerts;

import org.jspecify.annotations.NullMarked;
