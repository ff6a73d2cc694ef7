/** Canvas controls for time series: drawn decimated, coloured by CSS, without any knowledge of the screens. */
@NullMarked
package org.watchfloor.ui.chart;

import org.jspecify.annotations.NullMarked;
