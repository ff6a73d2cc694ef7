/** Tests of the package of the same name. */
@NullMarked
package org.watchfloor.ui.chart;

import org.jspecify.annotations.NullMarked;
