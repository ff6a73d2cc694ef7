/** Incidents and their timelines. */
@NullMarked
package org.watchfloor.ui.incidents;

import org.jspecify.annotations.NullMarked;
