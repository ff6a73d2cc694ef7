/** Alerts that other programs report: what they may look like, what they mean here, and when they end. Pure. */
@NullMarked
package org.watchfloor.alert.outside;

import org.jspecify.annotations.NullMarked;
