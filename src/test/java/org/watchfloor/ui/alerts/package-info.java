/** Tests of the alerts screen without a toolkit. */
@NullMarked
package org.watchfloor.ui.alerts;

import org.jspecify.annotations.NullMarked;
