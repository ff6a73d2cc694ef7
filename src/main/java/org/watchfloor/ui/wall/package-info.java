/** One cell per host, service or check, worst first. */
@NullMarked
package org.watchfloor.ui.wall;

import org.jspecify.annotations.NullMarked;
